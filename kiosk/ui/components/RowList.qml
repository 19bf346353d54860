import QtQuick

// Rows below each other, rolled by a finger where they are too many.
ListView {
    boundsBehavior: Flickable.StopAtBounds
    // No row is under way when others take its place.
    cacheBuffer: 0
    clip: true
    interactive: contentHeight > height
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>AnnouncementPage</name>
    <message>
        <source>Announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch to type, or choose a line below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until closing time, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug in a USB stick; it appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save everything there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order, all settings and the history, in one file. Never the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup on this drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is right. It would change: %1. What was not saved is lost; the state of now stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <comment>a whole date, as QLocale writes it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a short date, as QLocale writes it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language that this is translated to</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>This screen is being cleaned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touches do nothing now. The slides come back by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayStepper</name>
    <message>
        <source>%1: a week earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a week later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dots</name>
    <message>
        <source>Slide %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Reviewed: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · holds now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order in version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only after a touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It plays from the next slide on. What was not saved is lost. The state of now stays in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It plays from the next slide on. The state of now stays in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back version %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>House</name>
    <message>
        <source>Time without a touch until “Still reading?”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Countdown of “Still reading?”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest time on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest time on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the loop&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion: short plain fades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagonal of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewing distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brightness at night, 22:00 to 06:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When closed, a touch wakes the screen for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered to patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loop alternates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at all hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announcements to choose from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Touch to read at your own pace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Machine</name>
    <message>
        <source>The new PIN is set.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Waiting-room kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch to read at your own pace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MorePages</name>
    <message>
        <source>What plays when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the slide order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveButtons</name>
    <message>
        <source>Move to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pad</name>
    <message>
        <source>The two were not the same. Choose a PIN again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was not the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is set. Enter it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureOpen</name>
    <message>
        <source>Close the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Back to the slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a PIN for staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PIN is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 to 12 digits. Keep it with whoever looks after this screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever looks after this machine sets it at a terminal with: main.py pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>This screen is being prepared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Its last change has a mistake in line %1; the version before plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop and menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only after a touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s (set by staff)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s (automatic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slides: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2. It is skipped until this is mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search the slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Back to the slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size: normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size: large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size: largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls within low reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>%1: back to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slides are back after a moment. What was not saved is kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the kiosk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlideDetail</name>
    <message>
        <source>Time on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop and menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only after a touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it shows: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows at any time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlideList</name>
    <message>
        <source>Slides in their order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlideOrder</name>
    <message>
        <source>Slide order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything goes back to what was last saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard all changes?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlidePreview</name>
    <message>
        <source>Preview of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the loop. Tap for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a touch, page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a touch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffHeader</name>
    <message>
        <source>Back to the slide order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffHome</name>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last time, this panel was left without saving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with what was not saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Save and close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>{} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to know</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StandingCard</name>
    <message>
        <source>Up until %1, as soon as it is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>%1: less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StillReading</name>
    <message>
        <source>Still reading?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen will start over for the next person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I am done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThisKiosk</name>
    <message>
        <source>Clean the screen for a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimetablePage</name>
    <message>
        <source>What plays when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: 1 slide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched on, and never seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>What would you like to read?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More topics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TouchKeyboard</name>
    <message>
        <source>Capital letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the last letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>from {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhenSheet</name>
    <message>
        <source>When “%1” shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordCard</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

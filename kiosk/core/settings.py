"""Every setting, declared once: name, kind, default, unit, what it does. Staff screen, state file and README read this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core import fields
from kiosk.core.fields import TRUTH, Field, Kind
from kiosk.core.opening_hours import parse_opening
from kiosk.core.problem import Problem, Severity

# Letters of one announcement to choose from, of one line of opening hours, of one language.
LONGEST_TEXT = 199


class Declared(Struct, frozen=True):
    """The facts of one setting besides its name. Numbers take `low` to `high`."""

    default: Any
    help: str
    unit: str
    low: float
    high: float
    group: str


# In the order of the class below, which fills it.
_declared: list[Declared] = []


def setting(default: Any, help: str, *, unit: str = "", low: float = 0, high: float = 0, group: str) -> Any:
    """Declares one setting and returns its default."""
    _declared.append(Declared(default, help, unit, low, high, group))
    return default


class Settings(Struct, frozen=True):
    """The values that staff or the clinic's IT person may set."""

    # Ninety seconds is above the 95th percentile of reading one slide of 60 words at 130 words a minute, with a pause.
    session_seconds: float = setting(
        90.0, "Time without a touch until “Still reading?”", unit="s", low=5, high=900, group="session"
    )
    warning_seconds: float = setting(
        30.0, "Countdown of “Still reading?” until everything starts over", unit="s", low=5, high=300, group="session"
    )
    # Reading aloud at an unhurried pace; slow adult readers in a second language manage about this.
    words_per_minute: float = setting(
        130.0,
        "Reading speed that the time on screen is computed from",
        unit="words/min",
        low=60,
        high=300,
        group="loop",
    )
    shortest_seconds: float = setting(8.0, "Shortest time on screen", unit="s", low=3, high=60, group="loop")
    longest_seconds: float = setting(45.0, "Longest time on screen", unit="s", low=5, high=300, group="loop")
    loop_languages: tuple[str, ...] = setting(
        (), "Languages that the loop alternates, one round each (none: each topic's own)", group="loop"
    )
    loop_text_scale: float = setting(1.0, "Size of the loop's text", unit="x", low=0.7, high=1.6, group="loop")
    languages: tuple[str, ...] = setting((), "Languages offered to patients (none: all that exist)", group="session")
    reduced_motion: bool = setting(False, "Plain short fades instead of movement", group="screen")
    screen_inches: float = setting(
        0.0, "Diagonal of the screen (0: as the screen reports it)", unit="in", low=0, high=150, group="screen"
    )
    viewing_distance: float = setting(
        0.0,
        "From the eye to the screen in the loop (0: 3 m from 32 inches on, else 0.6 m)",
        unit="m",
        low=0,
        high=20,
        group="screen",
    )
    night_brightness: float = setting(
        1.0, "Brightness of the picture in the night hours, 22 to 6 o'clock", unit="x", low=0.2, high=1, group="screen"
    )
    opening_hours: tuple[str, ...] = setting(
        (), "When slides play, a line per weekday such as “monday 08:00-18:00” (none: always)", group="hours"
    )
    wake_minutes: float = setting(
        10.0,
        "How long a touch outside the opening hours wakes the screen (0: never)",
        unit="min",
        low=0,
        high=120,
        group="hours",
    )
    # Long enough to mend something on the desktop, short enough that a forgotten screen is back within the same morning.
    return_minutes: float = setting(
        30.0,
        "After staff have left it, the kiosk comes back by itself (0: only with the machine or the next log-in)",
        unit="min",
        low=0,
        high=720,
        group="machine",
    )
    phrases: tuple[str, ...] = setting(
        ("We are running 20 minutes late. Thank you for waiting.", "Please tell the front desk when you arrive."),
        "Announcements to choose from",
        group="announcement",
    )


DECLARED: Mapping[str, Declared] = dict(zip(Settings.__struct_fields__, _declared, strict=True))


def _kind_of(name: str, declared: Declared) -> Kind:
    match declared.default:
        case bool():
            return TRUTH
        case float():
            return fields.number(declared.low, declared.high, declared.unit)
        case _:
            return fields.texts(LONGEST_TEXT, parse_opening if name == "opening_hours" else None)


FIELDS: Mapping[str, Field] = {name: Field(_kind_of(name, declared), declared.help) for name, declared in DECLARED.items()}
NAMES: tuple[str, ...] = tuple(FIELDS)


def read(
    values: Mapping[str, object], path: str, line_of: Callable[[str], int] = lambda name: 1
) -> tuple[Settings, list[Problem]]:
    """Settings by name. A bad value is left at its default and reported with its line in the file `path`."""
    problems: list[Problem] = []

    def report(name: str, message: str, severity: Severity) -> None:
        problems.append(Problem(path, line_of(name), message, severity))

    named = ((name, value, name) for name, value in values.items())
    return Settings(**fields.read(named, FIELDS, report, "setting")), problems


def chosen(settings: Settings) -> dict[str, Any]:
    """The settings that are not at their default, by name."""
    return {name: getattr(settings, name) for name in NAMES if getattr(settings, name) != getattr(Settings(), name)}


def changed(settings: Settings, name: str, value: object) -> Settings:
    """The settings with one at another value. Raises ValueError that says what it takes, KeyError for a name that is none."""
    return replace(settings, **{name: check(name, value)})


def check(name: str, value: object) -> Any:
    """The value as the setting takes it. Raises ValueError that says what it takes."""
    return FIELDS[name].kind.parse(value)

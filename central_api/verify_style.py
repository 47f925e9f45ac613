"""How the public page looks: the window's own colours, on paper black on white, in one style that nobody can add to."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from importlib.resources import files
from typing import Any, Final

_ROLES: Final = (
    *(
        "bg.canvas",
        "bg.surface",
        "bg.field",
        "line.subtle",
        "line.control",
        "line.focus",
        "text.main",
        "text.soft",
    ),
    *(
        "text.muted",
        "accent.fill",
        "accent.hover",
        "accent.on",
        "accent.text",
        "good.text",
        "good.tint",
        "good.line",
    ),
    *("warn.text", "warn.tint", "warn.line", "bad.text", "bad.tint", "bad.line"),
)
_RULES: Final = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg-canvas);color:var(--text-main);font:1.0625rem/1.55 "Source Sans 3","Source Sans Pro",
"Segoe UI","Noto Sans",system-ui,sans-serif;overflow-wrap:break-word}
main,header>div,footer{max-width:42.5rem;margin:0 auto;padding:0 1.25rem}
header{background:var(--bg-surface);border-bottom:1px solid var(--line-subtle)}
header>div{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;justify-content:space-between;
padding-top:.625rem;padding-bottom:.625rem}
.brand{font-weight:600;text-decoration:none;color:var(--text-main);padding:.375rem 0}
nav ul{display:flex;flex-wrap:wrap;gap:0 1rem;list-style:none;margin:0;padding:0}
nav a{display:inline-block;padding:.375rem 0}
a{color:var(--accent-text);text-underline-offset:.15em}
nav a[aria-current]{color:var(--text-main);font-weight:600;text-decoration:none}
h1{font-size:1.5rem;line-height:1.25;font-weight:600;margin:1.75rem 0 1rem}
h2{font-size:1.1875rem;line-height:1.3;font-weight:600;margin:0}
p{margin:.375rem 0 0}
.practice{background:var(--warn-tint);color:var(--warn-text);border-bottom:1px solid var(--warn-line);
margin:0;padding:.375rem 1.25rem;text-align:center;font-weight:600}
.state{display:flex;gap:1rem;border:1px solid;border-radius:.375rem;padding:1.125rem 1.25rem;margin:0 0 1.25rem}
.state p{color:var(--text-main)}
.state>div{min-width:0}
.mark{flex:none;width:2.25rem;height:2.25rem}
.good{color:var(--good-text);background:var(--good-tint);border-color:var(--good-line)}
.warn{color:var(--warn-text);background:var(--warn-tint);border-color:var(--warn-line)}
.bad{color:var(--bad-text);background:var(--bad-tint);border-color:var(--bad-line)}
.card{background:var(--bg-surface);border:1px solid var(--line-subtle);border-radius:.375rem;
padding:1.125rem 1.25rem;margin:0 0 1.25rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.5rem 1.25rem;margin:0}
h2+dl{margin-top:.75rem}
dl+dl{margin-top:1rem;padding-top:1rem;border-top:1px solid var(--line-subtle)}
dt{color:var(--text-muted)}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
.strong,.code,.failed{font-weight:600}
.plain{color:var(--text-soft)}
.failed{color:var(--bad-text)}
.unsure{color:var(--warn-text)}
dd a{display:inline-block;padding:.25rem 0;font-weight:400}
.whole{display:inline-block}
.code{font-variant-numeric:tabular-nums}
@media(max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.625rem}dd:last-child{margin-bottom:0}
.state{gap:.75rem;padding:1rem}.card{padding:1rem}main,header>div,footer{padding-left:1rem;padding-right:1rem}}
form{margin-top:.875rem}
label{display:block;font-weight:600;margin-bottom:.25rem}
.hint{color:var(--text-muted);margin:0 0 .375rem}
.wrong{color:var(--bad-text);font-weight:600;margin:0 0 .375rem}
input{width:100%;min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--line-control);border-radius:.25rem;
background:var(--bg-field);color:inherit;font:inherit}
input[aria-invalid]{border:2px solid var(--bad-text)}
input::file-selector-button{font:inherit;margin:0 .75rem 0 0;padding:.25rem .75rem;border-radius:.25rem;
border:1px solid var(--line-control);background:var(--bg-surface);color:inherit}
button{margin-top:.875rem;min-height:2.75rem;padding:.5rem 1.5rem;border:1px solid transparent;border-radius:.25rem;
background:var(--accent-fill);color:var(--accent-on);font:inherit;font-weight:600;cursor:pointer}
button:hover{background:var(--accent-hover)}
:focus-visible{outline:3px solid var(--line-focus);outline-offset:2px}
.muted{color:var(--text-muted)}
.another{margin:0 0 1.25rem}
.another a{display:inline-block;padding:.375rem 0}
footer{color:var(--text-muted);font-size:.9375rem;padding-top:.5rem;padding-bottom:2rem}
@media print{nav,form,.compare,.another{display:none}body,header,.card,.state{background:none}
.card,.state{break-inside:avoid}.practice{border:1px solid}}
"""


def _style() -> str:
    """The theme the reader's system asks for, always light on paper."""
    tokens = tomllib.loads(files("resources").joinpath("theme", "tokens.toml").read_text("utf-8"))
    light, dark, contrast = (_colours(tokens["theme"][name]) for name in ("light", "dark", "contrast"))
    return (
        f":root{{color-scheme:light;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}\n"
        f"@media screen and (prefers-contrast:more){{:root{{color-scheme:dark;{contrast}}}}}{_RULES}"
    )


def _colours(theme: dict[str, Any]) -> str:
    return ";".join(f"--{role.replace('.', '-')}:{theme['base'][theme['role'][role]]}" for role in _ROLES)


STYLE: Final = _style()
_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode("ascii")
#: Nothing is loaded, nothing is run, nobody frames the page, and no other site learns from where one came.
HEADERS: Final = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Vary": "Accept-Language",
}

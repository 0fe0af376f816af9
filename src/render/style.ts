// The look of the page: a newspaper column and a margin of records, light and dark, wide and narrow.

export const STYLE = `
:root {
  --paper: #fbfaf6; --panel: #f3f0e8; --card: #ffffff; --ink: #1d1b18; --soft: #6a645a; --rule: #ddd6c8; --shade: rgb(60 50 30 / 7%);
  --commitment: #7c3aa5; --event: #b3361f; --statement: #55606e; --meeting: #2c7a3f; --claim: #b02a6b; --actor: #1d5fa7; --time: #94660a; --place: #0a7a72;
  --wash: 9%; --lit: 26%;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", "DejaVu Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", "DejaVu Sans", sans-serif;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --panel: #1e1d1a; --card: #262420; --ink: #ebe6db; --soft: #a39b8c; --rule: #3a362f; --shade: rgb(0 0 0 / 30%);
    --commitment: #c99aec; --event: #f08a70; --statement: #a9b5c4; --meeting: #7fcf90; --claim: #f08dbd; --actor: #86b9f2; --time: #e0b65c; --place: #63cfc4;
    --wash: 14%; --lit: 38%;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 4rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.62 var(--serif); overflow-wrap: break-word; }
.c-commitment { --c: var(--commitment); } .c-event { --c: var(--event); } .c-statement { --c: var(--statement); } .c-meeting { --c: var(--meeting); }
.c-claim { --c: var(--claim); } .c-actor { --c: var(--actor); } .c-time { --c: var(--time); } .c-place { --c: var(--place); }

.legend { position: sticky; top: 0; z-index: 3; display: flex; gap: .4rem; align-items: center; padding: .5rem max(1rem, calc((100% - 76rem) / 2)); overflow-x: auto; scrollbar-width: none;
  background: color-mix(in srgb, var(--paper) 94%, transparent); backdrop-filter: blur(6px); border-bottom: 1px solid var(--rule); font: .78rem/1.3 var(--sans); }
.brand { font: 600 1rem/1 var(--serif); letter-spacing: .02em; margin-right: .8rem; }
.chip { display: inline-flex; align-items: center; flex: none; cursor: pointer; white-space: nowrap; }
.chip input { position: absolute; opacity: 0; pointer-events: none; }
.chip span { padding: .22rem .6rem; border-radius: 1rem; border: 1px solid color-mix(in srgb, var(--c) 45%, transparent); color: var(--c); background: color-mix(in srgb, var(--c) var(--wash), transparent); }
.chip input:not(:checked) + span { color: var(--soft); border-color: var(--rule); background: none; text-decoration: line-through; }
.chip input:focus-visible + span { outline: 2px solid var(--c); outline-offset: 2px; }

.dispatch { display: grid; grid-template-columns: minmax(0, 42rem) minmax(20rem, 28rem); gap: 0 4.5rem; max-width: 76rem; margin: 0 auto; padding: 0 1rem 0 2.75rem; }
.dispatch + .dispatch { border-top: 3px double var(--rule); }
.story { position: relative; padding: 2.2rem 0 5rem; }
.kicker { margin: 0 0 .8rem; display: flex; flex-wrap: wrap; gap: .15rem .9rem; font: .75rem/1.4 var(--sans); letter-spacing: .03em; color: var(--soft); }
.kicker b { color: var(--event); letter-spacing: .08em; }
h1 { margin: 0 0 .9rem; font: 700 clamp(1.65rem, 1.2rem + 2vw, 2.45rem)/1.16 var(--serif); letter-spacing: -.012em; text-wrap: balance; }
.slug, .edition { margin: 0 0 .3rem; font: .75rem/1.4 var(--sans); letter-spacing: .06em; color: var(--soft); }
.edition { color: var(--event); font-weight: 600; }
.note { margin: 0 0 .7rem; font-style: italic; color: var(--soft); }
.attribution { margin: -.6rem 0 1rem; font: 1rem/1.4 var(--serif); color: var(--soft); }
.byline { margin: 0 0 1.1rem; font: .88rem/1.4 var(--sans); color: var(--soft); }
.byline + .byline { margin-top: -1rem; }
p.paragraph { position: relative; margin: 0 0 .95em; hyphens: auto; }
p.paragraph::before { content: attr(data-n); position: absolute; left: -2.6rem; width: 1.8rem; text-align: right; font: .68rem/2.5 var(--sans); color: var(--soft); opacity: .75; }
span.dateline { display: block; margin: 0 0 .15rem; font: 600 .82rem/1.5 var(--sans); letter-spacing: .03em; }
.story h2 { margin: 1.6rem 0 .5rem; font: 700 1.1rem/1.3 var(--serif); }
.story pre { margin: 0 0 1.1rem; padding: .7rem .9rem; overflow-x: auto; background: var(--panel); border-radius: 4px; font: .8rem/1.5 ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace; }
.credits { margin: 1.6rem 0 0; padding-top: .8rem; border-top: 1px solid var(--rule); font: italic .88rem/1.5 var(--serif); color: var(--soft); }
.end { margin: .6rem 0 0; font: .75rem/1.4 var(--sans); letter-spacing: .1em; color: var(--soft); }

.story span[data-r] { border-radius: 2px; transition: background-color .12s; unicode-bidi: isolate; }
.k-content { background: color-mix(in srgb, var(--statement) var(--wash), transparent); }
.k-cue { font-style: italic; text-decoration: underline 1px var(--statement); text-underline-offset: .24em; }
.k-claim { background: color-mix(in srgb, var(--claim) var(--wash), transparent); }
.k-meeting { background: color-mix(in srgb, var(--meeting) calc(var(--wash) * 1.6), transparent); }
.k-if { background: color-mix(in srgb, var(--commitment) calc(var(--wash) * 1.2), transparent); text-decoration: underline dashed 1px var(--commitment); text-underline-offset: .28em; }
.k-then { background: color-mix(in srgb, var(--commitment) calc(var(--wash) * 1.7), transparent); text-decoration: underline solid 1px var(--commitment); text-underline-offset: .28em; }
.k-actor { text-decoration: underline dotted 1.5px var(--actor); text-underline-offset: .22em; }
.k-time { color: color-mix(in srgb, var(--time) 82%, var(--ink)); }
.k-place { color: color-mix(in srgb, var(--place) 82%, var(--ink)); }
.k-commitment { font-weight: 600; color: var(--commitment); }
.k-event { font-weight: 600; color: color-mix(in srgb, var(--event) 88%, var(--ink)); }
.story span[data-label]::before { content: attr(data-label); margin-right: .35em; padding: .06em .38em .1em; border-radius: 3px; background: var(--commitment); color: var(--paper); font: 600 .62em/1 var(--sans); letter-spacing: .06em; text-transform: uppercase; vertical-align: .18em; display: inline-block; text-decoration: none; }
.story span.lit { background: color-mix(in srgb, var(--l, var(--ink)) var(--lit), transparent); }
.k-actor.lit { --l: var(--actor); } .k-time.lit { --l: var(--time); } .k-place.lit { --l: var(--place); } .k-content.lit, .k-cue.lit, .k-source.lit { --l: var(--statement); }
.k-evidence.lit, .k-event.lit { --l: var(--event); } .k-meeting.lit { --l: var(--meeting); } .k-claim.lit { --l: var(--claim); } .k-if.lit, .k-then.lit, .k-commitment.lit { --l: var(--commitment); }
.story span:focus-visible { outline: 2px solid var(--ink); outline-offset: 1px; }
.bracket { position: absolute; left: -.75rem; width: .5rem; border: 2px solid var(--commitment); border-right: 0; border-radius: 5px 0 0 5px; pointer-events: none; }
.bracket::after { content: ""; position: absolute; right: -3px; bottom: -5px; border: 4px solid transparent; border-left: 6px solid var(--commitment); border-right: 0; }
.bracket.up::after { bottom: auto; top: -5px; }

.records { position: sticky; top: 2.6rem; align-self: start; max-height: calc(100vh - 2.6rem); overflow-y: auto; padding: 1.9rem .4rem 3rem; font: .86rem/1.45 var(--sans); scrollbar-width: thin; }
.group { margin: 0 0 1.6rem; }
.group h2 { display: inline-flex; gap: .45rem; align-items: baseline; margin: 0 0 .55rem; font: 600 .76rem/1.4 var(--sans); letter-spacing: .07em; text-transform: uppercase; color: var(--c); }
.count { color: var(--soft); font-weight: 400; }
summary { cursor: pointer; }
.card { position: relative; margin: 0 0 .55rem; padding: .6rem .8rem .65rem .95rem; background: var(--card); border: 1px solid var(--rule); border-radius: 6px; box-shadow: 0 1px 2px var(--shade); cursor: default; transition: box-shadow .12s, border-color .12s; }
.card::before { content: ""; position: absolute; left: -1px; top: -1px; bottom: -1px; width: 4px; border-radius: 6px 0 0 6px; background: var(--c); }
.card.q1, .card.q2 { --c: var(--meeting); }
.card.in1 { margin-left: 1.1rem; } .card.in2 { margin-left: 2.2rem; } .card.in3, .card.in4 { margin-left: 3.3rem; }
.card p { margin: 0; }
.label { font-weight: 600; color: var(--c); }
.label::first-letter { text-transform: uppercase; }
.where { float: right; margin-left: .6rem; font-weight: 400; font-size: .74rem; color: var(--soft); }
.tag { display: inline-block; margin-left: .25rem; padding: 0 .4rem; border-radius: 3px; background: color-mix(in srgb, var(--c) 13%, transparent); font-weight: 500; font-size: .74rem; line-height: 1.5; }
.card .title { margin-top: .15rem; font-weight: 500; }
code { padding: .05rem .25rem; border-radius: 3px; background: var(--panel); color: var(--soft); font: .72rem/1.3 ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace; }
.arrow { color: var(--soft); }
.nobody { color: var(--soft); font-style: italic; }
.card .words { margin-top: .3rem; font: .92rem/1.45 var(--serif); }
.words.against { padding-left: .6rem; border-left: 2px solid var(--rule); color: var(--soft); }
.words.against span:first-child { font: .72rem var(--sans); text-transform: uppercase; letter-spacing: .05em; }
.card .date { margin-top: .2rem; font: 600 1rem/1.3 var(--serif); }
.card .notes { margin-top: .35rem; font-size: .76rem; color: var(--soft); }
.joined, .alone { position: relative; margin-top: .45rem; font: .94rem/1.42 var(--serif); }
.part { position: relative; padding: .05rem 0 .05rem 1.05rem; }
.part + .part { margin-top: .4rem; }
.part span { font: 600 .66rem/1 var(--sans); letter-spacing: .06em; text-transform: uppercase; color: var(--commitment); margin-right: .15rem; }
.joined .part::before { content: ""; position: absolute; left: 0; top: .5rem; width: .5rem; height: .5rem; border: 2px solid var(--commitment); border-radius: 50%; background: var(--card); z-index: 1; }
.joined .then::before { background: var(--commitment); }
.joined .if::after { content: ""; position: absolute; left: calc(.25rem - 1px); top: .9rem; bottom: -.95rem; width: 2px; background: var(--commitment); }
.alone .part { padding-left: 0; }
.chips { display: flex; flex-wrap: wrap; gap: .35rem; }
.card.small { margin: 0; padding: .22rem .55rem .26rem .7rem; font-size: .8rem; }
.card.small b { font-weight: 500; }
.card small { color: var(--soft); }
.card.lit { border-color: var(--c); box-shadow: 0 0 0 2px color-mix(in srgb, var(--c) 45%, transparent), 0 3px 10px var(--shade); }
.card.near { border-color: color-mix(in srgb, var(--c) 55%, var(--rule)); }
.card:focus-visible { outline: 2px solid var(--c); outline-offset: 2px; }
.nothing { color: var(--soft); }
.peek { position: fixed; left: .6rem; right: .6rem; bottom: .6rem; z-index: 4; max-height: 45vh; overflow-y: auto; border-radius: 8px; box-shadow: 0 4px 24px rgb(0 0 0 / 30%); font: .86rem/1.45 var(--sans); }
.peek .card { margin: 0; }

body:has(#show-actor:not(:checked)) :is(.story .k-actor:not(.lit)) { text-decoration: none; }
body:has(#show-time:not(:checked)) .story .k-time, body:has(#show-place:not(:checked)) .story .k-place { color: inherit; }
body:has(#show-event:not(:checked)) .story .k-event { color: inherit; font-weight: inherit; }
body:has(#show-statement:not(:checked)) .story .k-content:not(.lit, .k-if, .k-then, .k-meeting, .k-claim) { background: none; }
body:has(#show-statement:not(:checked)) .story .k-cue { font-style: inherit; text-decoration: none; }
body:has(#show-meeting:not(:checked)) .story .k-meeting:not(.lit) { background: none; }
body:has(#show-claim:not(:checked)) .story .k-claim:not(.lit) { background: none; }
body:has(#show-commitment:not(:checked)) .story :is(.k-if, .k-then):not(.lit) { background: none; text-decoration: none; }
body:has(#show-commitment:not(:checked)) .story span[data-label]::before { display: none; }
body:has(#show-commitment:not(:checked)) .story .k-commitment { color: inherit; font-weight: inherit; }
body:has(#show-commitment:not(:checked)) .group.c-commitment, body:has(#show-event:not(:checked)) .group.c-event, body:has(#show-statement:not(:checked)) .group.c-statement,
body:has(#show-meeting:not(:checked)) .group.c-meeting, body:has(#show-claim:not(:checked)) .group.c-claim, body:has(#show-actor:not(:checked)) .group.c-actor,
body:has(#show-time:not(:checked)) .group.c-time, body:has(#show-place:not(:checked)) .group.c-place { display: none; }

@media (max-width: 899px) {
  .dispatch { grid-template-columns: minmax(0, 1fr); padding: 0 1.1rem 0 1.9rem; }
  .story { padding: 1.4rem 0 1.5rem; }
  p.paragraph::before { left: -1.75rem; width: 1.2rem; }
  .bracket { left: -.6rem; width: .4rem; }
  .records { position: static; max-height: none; overflow: visible; padding: 1.4rem 0 3rem; border-top: 1px solid var(--rule); margin-left: -.8rem; }
}
@media (min-width: 900px) { .peek { display: none; } }
@media print { .legend, .peek { display: none; } .records { position: static; max-height: none; overflow: visible; } }
`;

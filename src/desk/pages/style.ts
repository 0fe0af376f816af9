// The desk's look beside that of a single reading: quiet, dense, typographic, as a newspaper's data desk.

export const DESK_STYLE = `
.desk { font: .95rem/1.45 var(--serif); --wide: 90rem; --edge: max(1.1rem, calc((100% - var(--wide)) / 2)); }
.desk a { color: inherit; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: .15em; }
.desk a:hover { text-decoration-color: currentColor; }
.desk :is(a, button, input, select, textarea, summary, pre, [tabindex]):focus-visible { outline: 2px solid var(--actor); outline-offset: 2px; border-radius: 2px; }
#main:focus { outline: none; }
.skip, .hidden { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--paper); padding: .3rem .6rem; }
.busy body::before { content: ""; position: fixed; z-index: 9; top: 0; left: 0; height: 2px; width: 100%; background: linear-gradient(90deg, transparent, var(--event), transparent); animation: busy 1.1s linear infinite; }
@keyframes busy { from { transform: translateX(-60%); } to { transform: translateX(60%); } }
@media (prefers-reduced-motion: reduce) { .busy body::before { animation: none; } }

.masthead { display: flex; flex-wrap: wrap; gap: .35rem 1.4rem; align-items: baseline; padding: .75rem var(--edge) .6rem; border-bottom: 3px double var(--rule); font: .84rem/1.3 var(--sans); }
.masthead .brand { font: 700 1.4rem/1 var(--serif); letter-spacing: -.01em; text-decoration: none; margin: 0; }
.masthead nav { display: flex; flex-wrap: wrap; gap: .1rem 1rem; flex: 1; }
.masthead nav a { text-decoration: none; padding: .15rem 0; border-bottom: 2px solid transparent; color: var(--soft); } .masthead nav a:hover { color: var(--ink); }
.masthead nav a[aria-current] { border-bottom-color: var(--event); color: var(--ink); font-weight: 600; } .masthead nav .act { color: var(--actor); }
.masthead .find input { width: 11rem; }
.desk :is(input, select, textarea, button, .button) { font: .84rem/1.3 var(--sans); color: inherit; background: var(--card); border: 1px solid color-mix(in srgb, var(--soft) 55%, var(--rule)); border-radius: 3px; padding: .3rem .5rem; }
.desk ::placeholder { color: var(--soft); opacity: .8; }
.desk button:not(.plain), .desk a.button { cursor: pointer; background: var(--ink); color: var(--paper); border-color: var(--ink); text-decoration: none; display: inline-block; }
.desk button.plain { cursor: pointer; background: none; color: inherit; border-color: color-mix(in srgb, var(--soft) 55%, var(--rule)); }
#main { padding: 1rem var(--edge) 4rem; }
.desk h1 { font-size: 1.75rem; line-height: 1.15; margin: 0; } .desk h1 small, .desk h2 small { font-size: .95rem; color: var(--soft); font-weight: 400; letter-spacing: 0; text-transform: none; } .desk h2 small { font-size: .76rem; }
.desk #main h2 { font: 600 .78rem/1.3 var(--sans); letter-spacing: .06em; text-transform: uppercase; border-top: 1px solid var(--ink); padding-top: .35rem; margin: 1.5rem 0 .35rem; }
.desk #main .group h2 { border: 0; padding: 0; margin: 0 0 .55rem; }
.desk #main .story h2 { font: 700 1.1rem/1.3 var(--serif); letter-spacing: 0; text-transform: none; border: 0; margin: 1.6rem 0 .5rem; padding: 0; }
.desk h3 { font: 600 .85rem/1.3 var(--sans); margin: 1rem 0 .2rem; }
.room { display: flex; flex-wrap: wrap; gap: .15rem 1.2rem; align-items: baseline; margin: .2rem 0 .6rem; } .room p { margin: 0; } .room .tools { margin-left: auto; font: .8rem/1.4 var(--sans); display: flex; gap: .9rem; }
.lead, .soft { color: var(--soft); } .soft, .more { font: .78rem/1.45 var(--sans); } .more { margin: .4rem 0 0; }
.warn { color: var(--event); font: .86rem/1.4 var(--sans); } .told { font: .86rem/1.4 var(--sans); color: var(--meeting); } .nothing { color: var(--soft); font-style: italic; }

.filters { display: flex; flex-wrap: wrap; gap: .45rem .6rem; align-items: end; margin: .4rem 0 .9rem; padding: .5rem .7rem .6rem; background: var(--panel); border-radius: 4px; }
.filters label { font: .7rem/1.3 var(--sans); color: var(--soft); display: grid; gap: .1rem; } .filters :is(input, select) { width: 6.9rem; color: var(--ink); } .filters input[type=date] { width: 8.1rem; } .filters .clear { font: .8rem/2 var(--sans); }
.list { list-style: none; margin: 0; padding: 0; } .list p { margin: 0 0 .15rem; } .list.feeds li, .list.rejects li { padding: .4rem 0; border-bottom: 1px solid var(--rule); font: .84rem/1.4 var(--sans); } .list.feeds form { display: flex; gap: .4rem; }
.row { display: grid; grid-template-columns: 6.6rem minmax(0, 1fr); gap: .1rem .9rem; padding: .5rem 0 .55rem; border-bottom: 1px solid var(--rule); scroll-margin-top: 1rem; }
.row > time { font: .78rem/1.65 var(--sans); color: var(--soft); font-variant-numeric: tabular-nums; }
.row .what { font: .87rem/1.4 var(--sans); } .row .what b { color: var(--c, inherit); font-weight: 600; } .row.quad1 .what b, .row.quad2 .what b { color: var(--meeting); }
.words { text-decoration: none !important; } .words:hover { text-decoration: underline !important; }
.named { background: color-mix(in srgb, var(--c, var(--actor)) 10%, transparent); box-shadow: 0 0 0 .3rem color-mix(in srgb, var(--c, var(--actor)) 10%, transparent); }
.state, .verdict, .kind { font: 600 .66rem/1 var(--sans); letter-spacing: .04em; text-transform: uppercase; color: var(--soft); border: 1px solid var(--rule); border-radius: 2px; padding: .12rem .3rem; white-space: nowrap; }
.status-carried-out .state { color: var(--event); border-color: currentColor; } .status-open .state, .status-condition-met .state { color: var(--commitment); border-color: currentColor; } .status-cancelled .state, .status-refused .state { color: var(--event); } .status-held .state { color: var(--meeting); } .status-lapsed .bound, .status-withdrawn .bound { color: var(--soft); }
.grade-anonymous, .grade-none { color: var(--event); border-color: currentColor; }
.verdict.rejected { color: var(--event); border-color: currentColor; } .verdict.confirmed { color: var(--meeting); border-color: currentColor; } .verdict.corrected { color: var(--time); border-color: currentColor; }
.said .verdict { white-space: normal; text-transform: none; letter-spacing: 0; font-weight: 500; font-size: .74rem; line-height: 1.4; }
.row .bound { border-left: 2px solid var(--commitment); padding-left: .55rem; margin: .15rem 0; position: relative; } .bound .if { color: color-mix(in srgb, var(--ink) 80%, var(--soft)); } .bound i { color: var(--commitment); font-weight: 600; }
.steps { display: flex; flex-wrap: wrap; gap: .1rem .9rem; margin: .2rem 0 0; padding: 0; list-style: none; font: .76rem/1.45 var(--sans); color: var(--soft); } .steps .carried-out, .steps .condition-met { color: var(--event); } .steps .lapsed, .steps .deadline { color: var(--time); }
.stances { margin: 0; padding: 0; list-style: none; } .stances li { padding-left: .6rem; border-left: 2px solid var(--rule); margin-top: .2rem; } .stances .denies, .stances .doubts { border-left-color: var(--claim); } .stances i { color: var(--claim); }
.why { font: .76rem/1.4 var(--sans); }

.columns { display: grid; gap: 0 2.4rem; grid-template-columns: repeat(3, minmax(0, 1fr)); } .columns.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.columns:not(.two) .row { grid-template-columns: 1fr; }
.beside { display: grid; grid-template-columns: minmax(14rem, 19rem) minmax(0, 1fr); gap: 0 2.6rem; align-items: start; } .beside > :first-child h2 { margin-top: 0; } .plain > div { max-width: 62rem; }
.dyads ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; font: .82rem/1.2 var(--sans); } .dyads a { display: inline-flex; gap: .5rem; align-items: center; text-decoration: none; padding: .15rem 0; } .level { font-variant-numeric: tabular-nums; font-weight: 600; } .level.up { color: var(--event); } .level.down { color: var(--meeting); }
.since { background: var(--panel); border-radius: 4px; padding: .1rem 1rem .8rem; margin: .6rem 0 0; } .desk #main .since h2 { border: 0; margin: .5rem 0 .1rem; } .since p { margin: .1rem 0 .4rem; font: .84rem/1.4 var(--sans); } .since ul { list-style: none; margin: 0 0 .7rem; padding: 0; columns: 26rem 2; column-gap: 2.4rem; } .since li { padding: .18rem 0; break-inside: avoid; font-size: .9rem; line-height: 1.4; } .since .kind { text-transform: none; font-weight: 500; }

.spark { width: 120px; height: 24px; } .spark .index, .chart .index { fill: none; stroke: var(--ink); stroke-width: 1.5; vector-effect: non-scaling-stroke; } .zero { stroke: color-mix(in srgb, var(--soft) 50%, var(--rule)); stroke-width: 1; } .spark .area { fill: color-mix(in srgb, var(--event) 18%, transparent); }
.chart { margin: .6rem 0; } .chart svg { width: 100%; height: auto; display: block; touch-action: pan-y; cursor: crosshair; user-select: none; } .chart figcaption, .map figcaption { font: .82rem/1.4 var(--sans); color: var(--soft); margin-bottom: .3rem; } .chart text { font: 11px var(--sans); fill: var(--soft); } .chart .side { text-anchor: end; } .chart .tick, .chart .level-line { stroke: var(--rule); } .chart .level-line { stroke-dasharray: 2 4; } .chart .value { fill: var(--ink); font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; } .chart .slim, .map .slim { display: none; } .chart .change-label { fill: var(--commitment); }
.chosen { fill: color-mix(in srgb, var(--actor) 16%, transparent); } .chosen-days { font: .84rem/1.4 var(--sans); }
.band { fill: color-mix(in srgb, var(--ink) 9%, transparent); } .change { stroke: var(--commitment); stroke-dasharray: 3 3; }
circle.conflict { fill: color-mix(in srgb, var(--event) 78%, transparent); } circle.cooperation { fill: color-mix(in srgb, var(--meeting) 78%, transparent); }
.ways { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; padding: 0; margin: .2rem 0; font: .82rem/1.4 var(--sans); }
.follow { display: inline; }
.map { margin: .4rem 0; } .map > svg { width: 100%; height: auto; max-height: 78vh; background: var(--panel); border-radius: 4px; } .land { fill: var(--paper); stroke: color-mix(in srgb, var(--soft) 40%, var(--rule)); stroke-width: .8; vector-effect: non-scaling-stroke; } .land.s1 { fill: color-mix(in srgb, var(--actor) 12%, var(--paper)); } .land.s2 { fill: color-mix(in srgb, var(--actor) 26%, var(--paper)); } .land.s3 { fill: color-mix(in srgb, var(--actor) 42%, var(--paper)); } .land.s4 { fill: color-mix(in srgb, var(--actor) 60%, var(--paper)); } .land.s5 { fill: color-mix(in srgb, var(--actor) 82%, var(--paper)); } .map a:hover .land { stroke: var(--ink); stroke-width: 1.5; } .map .shades { white-space: nowrap; font-variant-numeric: tabular-nums; } .map .shades svg { width: 14px; height: 10px; margin: 0 .25rem 0 .15rem; background: none; } .map text.country { font-weight: 600; } .map text { pointer-events: none; } .tools [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.grid { fill: none; stroke: var(--rule); stroke-width: .5; vector-effect: non-scaling-stroke; } .map text { font-family: var(--sans); fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: .25em; }
.network { margin: 0; } .network svg { width: 100%; max-width: 34rem; height: auto; } .network text { font: 12px var(--sans); fill: var(--ink); } .tie { stroke: var(--meeting); opacity: .55; } .tie.conflict { stroke: var(--event); } .self { fill: var(--ink); } .network .self-name { font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
.desk table { border-collapse: collapse; font: .82rem/1.4 var(--sans); } .desk caption { text-align: left; color: var(--soft); font-size: .78rem; padding-bottom: .2rem; } .desk :is(th, td) { text-align: left; padding: .18rem .9rem .18rem 0; border-bottom: 1px solid var(--rule); font-variant-numeric: tabular-nums; vertical-align: top; } .desk th[scope=row] { font-weight: 500; } .desk thead th { color: var(--soft); font-weight: 500; font-size: .76rem; }
.bars { width: 100%; } .bars th { width: 60%; overflow-wrap: anywhere; } .bars td, .count { white-space: nowrap; } .bar { width: 5.5rem; height: .6rem; margin-right: .5rem; } .bar rect { fill: color-mix(in srgb, var(--actor) 60%, transparent); } .line { width: 8rem; height: .6rem; margin-right: .5rem; } .line rect { fill: var(--actor); }
.roles td:last-child { white-space: nowrap; }
.calendar .turn { display: flex; justify-content: space-between; font: .78rem/1.4 var(--sans); } .month { width: 100%; table-layout: fixed; margin: .6rem 0; } .desk .month caption { color: var(--ink); font-weight: 600; } .desk .month :is(th, td) { text-align: center; padding: .12rem 0; border: 0; color: var(--soft); font-size: .78rem; } .month .busy { background: color-mix(in srgb, var(--meeting) 20%, transparent); border-radius: 3px; } .month .busy a { display: block; color: var(--ink); font-weight: 600; text-decoration: none; } .month .off { background: color-mix(in srgb, var(--event) 14%, transparent); } .month .off a { text-decoration: line-through; } .month [aria-current] { box-shadow: inset 0 0 0 1px var(--ink); border-radius: 3px; }
.pager { display: flex; justify-content: space-between; margin-top: 1rem; font: .85rem/1.4 var(--sans); }

.desk .dispatch { padding: 0 0 0 1.8rem; max-width: none; grid-template-columns: minmax(0, 42rem) minmax(20rem, 30rem); } .desk .story { padding-top: .8rem; } .desk .records { top: 0; max-height: 100vh; padding-top: .9rem; } .desk .story h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.2rem); margin: 0 0 .8rem; } .preview .dispatch { border-top: 1px solid var(--rule); }
.card-tools { float: right; clear: right; display: inline-flex; gap: .5rem; font: 400 .74rem/1.6 var(--sans); margin-left: .5rem; } .label .card-tools::first-letter { text-transform: none; } .card.small .card-tools { float: none; }
.editions { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; align-items: baseline; font: .82rem/1.4 var(--sans); border-bottom: 1px solid var(--rule); padding-bottom: .5rem; } .editions [aria-current] { font-weight: 600; text-decoration: none; } .editions time { color: var(--soft); } .editions .changed { margin-left: auto; }
.marking { max-width: 74rem; scroll-margin-top: 1rem; } .marking form { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .5rem .8rem; align-items: end; background: var(--panel); padding: .7rem; border-radius: 4px; } .marking label { display: grid; gap: .1rem; font: .72rem/1.3 var(--sans); color: var(--soft); min-width: 0; } .marking :is(select, input) { color: var(--ink); width: 100%; } .marking ul { font: .86rem/1.5 var(--sans); padding-left: 1.1rem; } .marking button { justify-self: start; }
ins { text-decoration: none; background: color-mix(in srgb, var(--meeting) 24%, transparent); } del { background: color-mix(in srgb, var(--event) 18%, transparent); }
.copy { white-space: pre-wrap; font: .98rem/1.55 var(--serif); background: var(--card); border: 1px solid var(--rule); border-radius: 4px; padding: .9rem 1.1rem; } .changes { list-style: none; margin: 0; padding: 0; font: .86rem/1.45 var(--sans); } .changes li { padding: .2rem 0 .2rem .6rem; border-left: 2px solid var(--meeting); margin: .2rem 0; } .changes.dropped li { border-color: var(--event); } .reworded li { margin: .5rem 0; }
.explained { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(34rem, 100%), 1fr)); gap: 0 2.4rem; } .explained pre { white-space: pre-wrap; font: .8rem/1.5 ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace; margin: .3rem 0; }
.explained .fields td { overflow-wrap: anywhere; } .explained .notes { list-style: none; margin: .2rem 0; padding: 0; font: .84rem/1.5 var(--sans); } .explained .notes li { overflow-wrap: anywhere; padding-left: .9rem; text-indent: -.9rem; } .explained .deep1 { margin-left: 1.2rem; } .explained .deep2 { margin-left: 2.4rem; } .explained .deep3 { margin-left: 3.6rem; }
.filing-columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } .filing, .drop, .feed, .login { display: grid; gap: .6rem; } .login { max-width: 22rem; } .filing label, .drop label, .feed label, .login label { display: grid; gap: .2rem; font: .8rem/1.3 var(--sans); color: var(--soft); } .filing textarea { font: .95rem/1.5 var(--serif); resize: vertical; color: var(--ink); } .filing input { justify-self: start; } :is(.filing, .drop, .feed, .login) > button { justify-self: start; } .buttons { margin: 0; }
.drop label { border: 2px dashed color-mix(in srgb, var(--soft) 45%, var(--rule)); border-radius: 6px; padding: 1.4rem 1rem; text-align: center; justify-items: center; } .drop.over label { border-color: var(--actor); background: color-mix(in srgb, var(--actor) 8%, transparent); } .drop p { margin: 0; }
.new { position: fixed; right: 1rem; bottom: 1rem; z-index: 5; background: var(--ink); color: var(--paper); padding: .5rem .8rem; border-radius: 3px; font: .82rem/1.3 var(--sans); margin: 0; } .new:empty { width: 1px; height: 1px; padding: 0; overflow: hidden; background: none; }
@media (max-width: 899px) {
  .columns, .columns.two, .beside, .filing-columns { grid-template-columns: minmax(0, 1fr); } .row { grid-template-columns: 1fr; } .beside > :first-child { margin-bottom: 1rem; }
  .filters { display: grid; grid-template-columns: 1fr 1fr; } .filters :is(input, select, input[type=date]) { width: 100%; } .masthead { padding-bottom: .4rem; } .masthead nav { flex: 1 0 100%; order: 3; flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none; gap: 1.1rem; } .masthead .find { flex: 1; } .masthead .find input { width: 100%; }
  .desk table .spare { display: none; } .desk .dispatch { grid-template-columns: minmax(0, 1fr); padding: 0 0 0 1.4rem; } .desk .records { max-height: none; } .room .tools { margin-left: 0; } .chart .broad, .map .broad { display: none; } .chart .slim { display: block; } .map g.slim { display: inline; } .month { max-width: 22rem; } .roles td:last-child { white-space: normal; }
}
@media print { .masthead nav, .find, .filters, .tools, .new, .marking form, .why, .card-tools { display: none; } }
`;

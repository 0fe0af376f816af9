// The desk's look beside that of a single reading: quiet, dense, typographic.

export const DESK_STYLE = `
.desk { font: .95rem/1.45 var(--serif); }
.desk a { color: inherit; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: .15em; }
.desk a:focus-visible, .desk button:focus-visible, .desk input:focus-visible, .desk select:focus-visible, .desk textarea:focus-visible { outline: 2px solid var(--actor); outline-offset: 2px; }
.skip, .hidden { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--paper); padding: .3rem .6rem; }
.masthead { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; align-items: baseline; padding: .7rem max(1rem, calc((100% - 84rem) / 2)); border-bottom: 3px double var(--rule); font-family: var(--sans); font-size: .85rem; }
.masthead .brand { font: 700 1.35rem/1 var(--serif); text-decoration: none; margin: 0; }
.masthead nav { display: flex; flex-wrap: wrap; gap: .1rem .9rem; flex: 1; }
.masthead nav a { text-decoration: none; padding: .15rem 0; } .masthead nav a[aria-current] { border-bottom: 2px solid var(--ink); font-weight: 600; }
.masthead .find input { width: 11rem; }
.desk input, .desk select, .desk textarea, .desk button { font: .85rem/1.3 var(--sans); color: inherit; background: var(--card); border: 1px solid var(--rule); border-radius: 3px; padding: .3rem .5rem; }
.desk button { cursor: pointer; background: var(--ink); color: var(--paper); border-color: var(--ink); }
#main { padding: 1rem max(1rem, calc((100% - 84rem) / 2)) 4rem; }
.desk h1 { font-size: 1.7rem; line-height: 1.15; margin: .4rem 0; } .desk h1 small { font-size: 1rem; color: var(--soft); font-weight: 400; }
.desk h2 { font: 600 .8rem/1.3 var(--sans); letter-spacing: .05em; text-transform: uppercase; border-top: 1px solid var(--ink); padding-top: .3rem; margin: 1.4rem 0 .4rem; }
.desk h3 { font: 600 .85rem/1.3 var(--sans); margin: 1rem 0 .2rem; }
.lead, .soft { color: var(--soft); } .soft { font: .8rem/1.4 var(--sans); }
.filters { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .6rem 0 1rem; }
.filters label { font: .72rem/1.3 var(--sans); color: var(--soft); display: grid; gap: .1rem; } .filters input { width: 8.5rem; }
.list { list-style: none; margin: 0; padding: 0; } .list p { margin: 0 0 .15rem; }
.row { display: grid; grid-template-columns: 6.4rem 1fr; gap: .2rem .8rem; padding: .45rem 0; border-bottom: 1px solid var(--rule); }
.row > time { font: .78rem/1.5 var(--sans); color: var(--soft); font-variant-numeric: tabular-nums; }
.row .what { font: .88rem/1.4 var(--sans); } .row .what b { color: var(--c, inherit); } .words { text-decoration: none !important; } .words:hover { text-decoration: underline !important; }
.state { font: 600 .7rem/1 var(--sans); letter-spacing: .04em; text-transform: uppercase; color: var(--soft); border: 1px solid var(--rule); border-radius: 2px; padding: .1rem .3rem; white-space: nowrap; }
.row .if i, .row .then i { color: var(--commitment); font-weight: 600; } .row .if, .row .then { border-left: 2px solid var(--commitment); padding-left: .5rem; }
.steps { display: flex; flex-wrap: wrap; gap: .1rem .9rem; margin: .2rem 0 0; padding: 0; list-style: none; font: .76rem/1.4 var(--sans); color: var(--soft); }
.stances { margin: 0; padding-left: 1rem; }
.columns { display: grid; gap: 0 2rem; grid-template-columns: repeat(3, minmax(0, 1fr)); } .columns.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.columns .row { grid-template-columns: 1fr; }
.dyads { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; font: .82rem/1.2 var(--sans); margin: .6rem 0; } .dyads a { display: inline-flex; gap: .4rem; align-items: center; text-decoration: none; }
.spark { width: 120px; height: 24px; } .spark .index, .chart .index { fill: none; stroke: var(--ink); stroke-width: 1.5; vector-effect: non-scaling-stroke; } .zero { stroke: var(--rule); }
.chart { margin: 1rem 0; } .chart svg { width: 100%; height: 220px; display: block; } .chart figcaption, .map figcaption { font: .82rem/1.4 var(--sans); color: var(--soft); margin-bottom: .3rem; }
.band { fill: color-mix(in srgb, var(--ink) 10%, transparent); } .change { stroke: var(--commitment); stroke-dasharray: 3 3; } .ends { display: flex; justify-content: space-between; font: .75rem/1.4 var(--sans); color: var(--soft); }
circle.conflict { fill: color-mix(in srgb, var(--event) 75%, transparent); } circle.cooperation { fill: color-mix(in srgb, var(--meeting) 75%, transparent); }
.map svg { width: 100%; height: auto; } .land { fill: var(--panel); stroke: var(--rule); stroke-width: .5; } .grid { fill: none; stroke: var(--rule); stroke-width: .25; }
.desk table { border-collapse: collapse; font: .82rem/1.4 var(--sans); } .desk th, .desk td { text-align: left; padding: .15rem .9rem .15rem 0; border-bottom: 1px solid var(--rule); font-variant-numeric: tabular-nums; }
.pager { display: flex; justify-content: space-between; margin-top: 1rem; font: .85rem/1.4 var(--sans); } .nothing { color: var(--soft); font-style: italic; }
.filing { display: grid; gap: .7rem; max-width: 50rem; } .filing label { display: grid; gap: .2rem; font: .8rem/1.3 var(--sans); } .filing textarea { font: .95rem/1.5 var(--serif); } .filing button { justify-self: start; }
.marking form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; } .marking label { display: grid; gap: .1rem; font: .72rem/1.3 var(--sans); color: var(--soft); }
.editions { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font: .82rem/1.4 var(--sans); } .editions [aria-current] { font-weight: 600; text-decoration: none; }
.new { position: fixed; right: 1rem; bottom: 1rem; background: var(--ink); color: var(--paper); padding: .5rem .8rem; border-radius: 3px; font: .82rem/1.3 var(--sans); margin: 0; }
ins { text-decoration: none; background: color-mix(in srgb, var(--meeting) 20%, transparent); } del { background: color-mix(in srgb, var(--event) 15%, transparent); }
@media (max-width: 899px) { .columns, .columns.two { grid-template-columns: minmax(0, 1fr); } .row { grid-template-columns: 1fr; } .filters input { width: 100%; } .filters { display: grid; grid-template-columns: 1fr 1fr; } .masthead .find { width: 100%; } .masthead .find input { width: 100%; } }
`;

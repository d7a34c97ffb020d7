// Charts: each is a function of the summary and the colours of the theme, drawn again when these change.

const charts = [];

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue('--' + name).trim();
  return { text: of('text'), soft: of('soft'), line: of('line'), panel: of('panel'), normal: of('normal'), pale: of('pale'), strange: of('strange'), mark: of('mark') };
}

/** A figure with a chart; the option is made anew for each theme. */
function chart(id, title, caption, option, size, renderer) {
  const plot = h('div', { class: 'plot ' + (size || ''), 'data-chart': id, role: 'img', 'aria-label': title });
  charts.push({ plot, option, renderer: renderer || 'svg' });
  return h('figure', null, h('h3', null, title), plot, h('figcaption', null, caption));
}

function draw() {
  const c = colours();
  for (const { plot, option, renderer } of charts) {
    const old = echarts.getInstanceByDom(plot);
    if (old) old.dispose();
    const instance = echarts.init(plot, null, { renderer });
    instance.setOption({ animation: false, textStyle: { fontFamily: 'system-ui, sans-serif', color: c.soft }, ...option(c, plot.clientWidth) });
  }
}

function resize() {
  for (const { plot } of charts) {
    const instance = echarts.getInstanceByDom(plot);
    if (instance) instance.resize();
  }
}

function axis(c, more) {
  const { axisLabel, ...rest } = more || {};
  return {
    axisLine: { lineStyle: { color: c.line } }, axisTick: { show: false },
    splitLine: { lineStyle: { color: c.line, opacity: 0.6 } }, nameTextStyle: { color: c.soft },
    axisLabel: { color: c.soft, fontSize: 11, hideOverlap: true, ...axisLabel }, ...rest,
  };
}

/** A tooltip of text nodes. */
function tip(c, lines, more) {
  return {
    backgroundColor: c.panel, borderColor: c.line, textStyle: { color: c.text, fontSize: 12 }, confine: true,
    formatter: (of) => h('div', null, lines(of).filter((line) => line).map((line) => h('div', null, line))), ...more,
  };
}

function legend(c) { return { top: 0, right: 0, itemWidth: 12, itemHeight: 10, textStyle: { color: c.soft, fontSize: 12 } }; }

const NORMAL = 'normal';
const STRANGE = 'anomalous';

function timeChart(s, id, title, caption, series, format, more) {
  return chart(id, title, caption, (c) => ({
    grid: { left: 8, right: 14, top: 34, bottom: 4, containLabel: true },
    legend: legend(c),
    tooltip: tip(c, (of) => [time(of[0].axisValue) + ' UTC', ...of.map((p) => p.seriesName + ': ' + format(p.value))], { trigger: 'axis' }),
    xAxis: axis(c, { type: 'category', data: s.moments.map((m) => m.start), splitLine: { show: false }, axisLabel: { formatter: (v) => s.moments.length * s.moment_millis > 2 * 864e5 ? v.slice(5, 10) : v.slice(11, 16) } }),
    yAxis: [axis(c, { type: 'value', scale: true, axisLabel: { formatter: (v) => compact.format(v) }, ...more }), axis(c, { type: 'value', minInterval: 1, splitLine: { show: false } })],
    series: series(c),
  }));
}

function trafficChart(s) {
  return timeChart(s, 'traffic', 'Traffic over time', 'Flows (left axis), and how many windows are labelled anomalous (right axis). A rise of both at once is a busy hour; anomalous windows without more traffic are worth a look.',
    (c) => [
      { name: 'flows', type: 'bar', barCategoryGap: '10%', itemStyle: { color: c.normal }, data: s.moments.map((m) => m.flows) },
      { name: 'anomalous windows', type: 'line', yAxisIndex: 1, showSymbol: false, lineStyle: { color: c.strange, width: 1.5 }, itemStyle: { color: c.strange }, data: s.moments.map((m) => m.anomalous) },
    ], count, { scale: false });
}

function scoreTimeChart(s) {
  return timeChart(s, 'score-time', 'Score over time', 'The highest and the mean score of the windows that began in each step. What stands above the upper dashed line would alert by its score; above the lower one it is labelled anomalous.',
    (c) => [
      { name: 'highest', type: 'line', showSymbol: s.moments.length < 60, symbolSize: 4, lineStyle: { color: c.strange, width: 1.5 }, itemStyle: { color: c.strange }, data: s.moments.map((m) => m.max_score), markLine: thresholds(s, c, 'yAxis') },
      { name: 'mean', type: 'line', showSymbol: false, lineStyle: { color: c.normal, width: 1.5 }, itemStyle: { color: c.normal }, data: s.moments.map((m) => m.mean_score) },
    ], number);
}

function thresholds(s, c, at) {
  const line = (value, name) => ({ [at]: at === 'yAxis' ? value : String(Math.floor(value / s.scores.step)), name, lineStyle: { color: c.soft, type: 'dashed' }, label: { formatter: name, color: c.soft, position: at !== 'yAxis' ? 'end' : name === 'alert' ? 'insideEndTop' : 'insideEndBottom', fontSize: 11 } });
  return { symbol: 'none', silent: true, data: [line(s.scores.label_threshold, 'label'), line(s.scores.alert_threshold, 'alert')] };
}

function portTimeChart(s) {
  return timeChart(s, 'port-time', 'Flows to ports 22 and 3389', 'Where one logs in. Spikes are told below: three standard deviations above the mean, ten flows at least.',
    (c) => [
      { name: '22 (ssh)', type: 'line', showSymbol: false, lineStyle: { color: c.normal }, itemStyle: { color: c.normal }, data: s.moments.map((m) => m.ssh_flows) },
      { name: '3389 (rdp)', type: 'line', showSymbol: false, lineStyle: { color: c.mark }, itemStyle: { color: c.mark }, data: s.moments.map((m) => m.rdp_flows) },
    ], count);
}

function scoreChart(s) {
  const first = s.scores.counts.findIndex((n) => n > 0);
  const end = Math.max(s.scores.counts.findLastIndex((n) => n > 0), Math.ceil(s.scores.alert_threshold / s.scores.step)) + 2;
  const bins = s.scores.counts.map((n, i) => [i, n]).slice(Math.max(0, first - 1), end);
  return chart('scores', 'Distribution of scores', 'All windows by score, on a logarithmic axis: the tail on the right is what the model finds strange. In colour where most windows are labelled anomalous.', (c) => ({
    grid: { left: 8, right: 20, top: 30, bottom: 22, containLabel: true },
    tooltip: tip(c, (p) => ['score ' + (p.name * s.scores.step).toFixed(3) + ' to ' + ((+p.name + 1) * s.scores.step).toFixed(3), count(p.value) + ' windows'], { trigger: 'item' }),
    xAxis: axis(c, { type: 'category', name: 'score', nameLocation: 'middle', nameGap: 24, data: bins.map(([i]) => String(i)), splitLine: { show: false }, axisLabel: { formatter: (v) => (v * s.scores.step).toFixed(2) } }),
    yAxis: axis(c, { type: 'log', min: 0.5, axisLabel: { formatter: (v) => v < 1 ? '' : compact.format(v) } }),
    series: [{ type: 'bar', barCategoryGap: '8%', barMinHeight: 4, data: bins.map(([i, n]) => ({ value: n > 0 ? n : null, itemStyle: { color: 2 * s.scores.anomalous[i] > n ? c.strange : c.normal } })), markLine: thresholds(s, c, 'xAxis') }],
  }));
}

function heat(c, x, y, data, max, label, low) {
  return {
    tooltip: tip(c, (p) => label(p.value), { trigger: 'item' }),
    xAxis: axis(c, { type: 'category', data: x, splitLine: { show: false }, axisLabel: { interval: 0, rotate: x.some((v) => v.length > 5) ? 50 : 0, hideOverlap: true } }),
    yAxis: axis(c, { type: 'category', data: y, inverse: true, splitLine: { show: false }, axisLabel: { interval: 0 } }),
    visualMap: { show: false, min: low === undefined ? 0 : low, max, dimension: 2, inRange: { color: low === undefined ? [c.pale, c.normal] : [c.strange, c.panel, c.normal] } },
    series: [{ type: 'heatmap', data, itemStyle: { borderColor: c.panel, borderWidth: 1 }, emphasis: { itemStyle: { borderColor: c.text } } }],
  };
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function rhythmChart(s, id, title, caption, cells, what, strange) {
  return chart(id, title, caption, (c) => {
    const data = cells.flatMap((row, day) => row.map((n, hour) => [hour, day, n]));
    const option = heat(c, [...Array(24).keys()].map(String), DAYS, data, Math.max(1, ...data.map((d) => d[2])), (v) => [DAYS[v[1]] + ' ' + v[0] + ':00 UTC', count(v[2]) + ' ' + what]);
    if (strange) option.visualMap.inRange.color = [c.pale, c.strange];
    return { grid: { left: 4, right: 8, top: 8, bottom: 4, containLabel: true }, ...option };
  }, 'medium');
}

function correlationChart(s) {
  const names = s.correlation.features;
  return chart('correlation', 'How features move together', 'Pearson’s coefficient of the values as the forest sees them. Blue moves together, red against each other; empty where a feature never moves.', (c) => {
    const data = s.correlation.coefficients.flatMap((row, i) => row.map((r, j) => [j, i, r === null ? '-' : r]));
    const option = heat(c, names.map(words), names.map(words), data, 1, (v) => [words(names[v[1]]) + ' and ' + words(names[v[0]]), v[2] === '-' ? 'none' : number(v[2])], -1);
    return { grid: { left: 4, right: 10, top: 8, bottom: 4, containLabel: true }, ...option };
  }, 'square');
}

function mapChart(s) {
  return chart('map', 'Anomalous windows by country of the source', 'The more orange a country, the more of its windows are labelled anomalous. Blue has traffic and none of these; the others have no traffic.', (c, width) => ({
    tooltip: tip(c, (p) => p.data ? [p.data.label2, count(p.data.value) + ' anomalous windows of ' + count(p.data.windows), count(p.data.flows) + ' flows'] : [p.name, 'no traffic'], { trigger: 'item' }),
    visualMap: { type: 'continuous', min: 0, max: Math.max(1, ...s.countries.map((of) => of.anomalous_windows)), left: 4, bottom: 4, itemHeight: 80, itemWidth: 12, textStyle: { color: c.soft, fontSize: 11 }, inRange: { color: [c.normal, c.strange] } },
    series: [{
      type: 'map', map: 'world', roam: false, ...(width < 600 ? { left: 2, right: 2 } : { top: 10, bottom: 10 }), label: { show: false },
      itemStyle: { areaColor: c.pale, borderColor: c.panel, borderWidth: 0.6 },
      emphasis: { label: { show: false }, itemStyle: { areaColor: c.mark } }, select: { disabled: true },
      data: s.countries.filter((of) => of.map_name).map((of) => ({ name: of.map_name, value: of.anomalous_windows, windows: of.windows, flows: of.flows, label2: of.name })),
    }],
  }), 'tall');
}

function against(id, title, caption, rows, names, total, suspicious, mark) {
  const shown = rows.slice(0, 20);
  return chart(id, title, caption, (c) => ({
    grid: { left: 4, right: 16, top: 30, bottom: 4, containLabel: true },
    legend: legend(c),
    tooltip: tip(c, (of) => [of[0].axisValue, ...of.map((p) => p.seriesName + ': ' + count(p.value))], { trigger: 'axis', axisPointer: { type: 'shadow' } }),
    xAxis: axis(c, { type: 'value', axisLabel: { formatter: (v) => compact.format(v) } }),
    yAxis: axis(c, { type: 'category', inverse: true, data: shown.map(names), splitLine: { show: false }, axisLabel: { interval: 0, width: 130, overflow: 'truncate', color: c.soft, rich: {}, ...(mark ? { formatter: (v, i) => (mark(shown[i]) ? '▲ ' : '') + v } : {}) } }),
    series: [
      { name: 'other flows', type: 'bar', stack: 'all', barMaxWidth: 26, itemStyle: { color: c.normal }, data: shown.map((row) => total(row) - suspicious(row)) },
      { name: 'in anomalous windows', type: 'bar', stack: 'all', barMaxWidth: 26, itemStyle: { color: c.strange }, data: shown.map(suspicious) },
    ],
  }), shown.length > 8 ? 'tall' : shown.length < 4 ? 'small' : '');
}

function interactionChart(s) {
  const x = [...new Set(s.interactions.map((i) => i.port))].sort((a, b) => a - b).map(String);
  const y = s.countries.map((of) => of.code).filter((code) => s.interactions.some((i) => i.country === code));
  return chart('interactions', 'Which country calls which port', 'Share of the flows from a country to a port that lie in anomalous windows; the tooltip has the counts. Empty where there were none.', (c) => {
    const data = s.interactions.map((i) => [x.indexOf(String(i.port)), y.indexOf(i.country), i.suspicious_flows / i.flows, i.flows, i.suspicious_flows]);
    const option = heat(c, x, y, data, Math.max(0.01, ...data.map((d) => d[2])), (v) => [y[v[1]] + ' to port ' + x[v[0]], count(v[3]) + ' flows, ' + count(v[4]) + ' of them in anomalous windows']);
    option.visualMap.inRange.color = [c.pale, c.strange];
    return { grid: { left: 4, right: 10, top: 8, bottom: 4, containLabel: true }, ...option };
  }, y.length > 8 ? 'tall' : y.length < 4 ? 'small' : '');
}

function findingChart(s) {
  return chart('findings', 'What was found', 'Windows in which a finding of the catalogue holds, by its name.', (c) => ({
    grid: { left: 4, right: 16, top: 8, bottom: 4, containLabel: true },
    tooltip: tip(c, (p) => [p.name, count(p.value) + ' windows'], { trigger: 'item' }),
    xAxis: axis(c, { type: 'value', minInterval: 1 }),
    yAxis: axis(c, { type: 'category', inverse: true, data: s.findings.map((f) => f.title), splitLine: { show: false }, axisLabel: { interval: 0, width: 150, overflow: 'truncate' } }),
    series: [{ type: 'bar', barMaxWidth: 22, itemStyle: { color: c.strange }, data: s.findings.map((f) => f.windows) }],
  }), s.findings.length > 5 ? '' : 'small');
}

function histogramChart(s, of) {
  const unit = s.features.find((f) => f.feature === of.feature).unit;
  const name = (i) => byUnit(unit, of.edges[i]);
  return chart('histogram-' + of.feature, words(of.feature), of.log ? 'logarithmic bins' : 'equal bins', (c) => ({
    grid: { left: 4, right: 8, top: 8, bottom: 2, containLabel: true },
    tooltip: tip(c, (p) => [name(p[0].dataIndex) + ' to ' + name(p[0].dataIndex + 1), ...p.map((q) => q.seriesName + ': ' + count(q.value))], { trigger: 'axis' }),
    xAxis: axis(c, { type: 'category', data: of.normal.map((n, i) => name(i)), splitLine: { show: false }, axisLabel: { fontSize: 10 } }),
    yAxis: axis(c, { type: 'value', splitNumber: 2, axisLabel: { fontSize: 10, formatter: (v) => compact.format(v) } }),
    series: [
      { name: NORMAL, type: 'bar', stack: 'all', barCategoryGap: '6%', itemStyle: { color: c.normal }, data: of.normal },
      { name: STRANGE, type: 'bar', stack: 'all', itemStyle: { color: c.strange }, data: of.anomalous },
    ],
  }), 'small');
}

const LOGS = ['count', 'bytes', 'bytes_per_second', 'seconds'];

function feature(s, id) { return s.features.find((f) => f.feature === id); }

/** An axis of a feature, and what stands for a value on it: a logarithm has no zero, so zeros stand at 0.5, or at a thousandth of seconds. */
function scaleOf(s, id) {
  const { unit } = feature(s, id);
  const log = LOGS.includes(unit);
  const least = unit === 'seconds' ? 0.001 : 0.5;
  return { unit, type: log ? 'log' : 'value', place: (v) => (log && v !== null ? Math.max(v, least) : v), label: (v) => log && v <= least ? '0' : unit === 'share' ? Math.round(100 * v) + ' %' : unit.startsWith('bytes') ? bytes(v) : compact.format(v) };
}

function pointsOf(s, points, x, y) {
  const i = s.points.features.indexOf(x);
  const j = s.points.features.indexOf(y);
  const X = scaleOf(s, x);
  const Y = scaleOf(s, y);
  const last = s.points.features.length;
  return points.map((p, at) => [X.place(p[i]), Y.place(p[j]), p[i], p[j], p[last], at]).filter((p) => p[0] !== null && p[1] !== null);
}

function pointTip(s, c, x, y) {
  return tip(c, (p) => [p.seriesName === STRANGE ? s.points.sources[p.value[5]] : 'a normal window', words(x) + ': ' + byUnit(feature(s, x).unit, p.value[2]), words(y) + ': ' + byUnit(feature(s, y).unit, p.value[3]), 'score ' + number(p.value[4])], { trigger: 'item' });
}

function cloud(s, c, x, y, small) {
  return [
    { name: NORMAL, type: 'scatter', symbolSize: small ? 2.5 : 5, itemStyle: { color: c.normal, opacity: 0.45 }, data: pointsOf(s, s.points.normal, x, y) },
    { name: STRANGE, type: 'scatter', symbolSize: small ? 3.5 : 7, itemStyle: { color: c.strange, opacity: 0.75 }, data: pointsOf(s, s.points.anomalous, x, y), z: 3 },
  ];
}

function scatterChart(s, x, y) {
  const X = scaleOf(s, x);
  const Y = scaleOf(s, y);
  return chart('scatter-' + x + '-' + y, words(y) + ' against ' + words(x), 'Each point is a window.', (c) => ({
    grid: { left: 8, right: 18, top: 34, bottom: 26, containLabel: true },
    legend: legend(c),
    tooltip: pointTip(s, c, x, y),
    xAxis: axis(c, { type: X.type, scale: true, name: words(x), nameLocation: 'middle', nameGap: 26, axisLabel: { formatter: X.label } }),
    yAxis: axis(c, { type: Y.type, scale: true, name: words(y), nameLocation: 'end', nameTextStyle: { align: 'left', color: c.soft }, axisLabel: { formatter: Y.label } }),
    series: cloud(s, c, x, y),
  }), '', 'canvas');
}

function pairChart(s) {
  const names = s.leading_features;
  const n = names.length;
  return chart('pairs', 'Pairs of the features that matter most', 'The features that made the strangest sources strange, each against each other; the legend of colours is that of the plots above. The diagonal names them.', (c) => {
    const option = { grid: [], xAxis: [], yAxis: [], series: [], graphic: [], tooltip: tip(c, (p) => [p.seriesName, 'score ' + number(p.value[4])], { trigger: 'item' }) };
    const side = 96 / n;
    names.forEach((y, row) => names.forEach((x, column) => {
      if (x === y) {
        option.graphic.push({ type: 'group', left: 2 + column * side + 1 + '%', top: 1 + (row + 0.4) * side + '%', children: [{ type: 'text', style: { text: words(x), fill: c.text, font: '600 12px system-ui, sans-serif', width: 110, lineHeight: 15, overflow: 'break' } }] });
        return;
      }
      const at = option.grid.length;
      option.grid.push({ left: 2 + column * side + '%', top: 1 + row * side + '%', width: side - 2 + '%', height: side - 2 + '%' });
      const plain = { gridIndex: at, scale: true, axisLabel: { show: false }, axisTick: { show: false }, splitLine: { show: false }, axisLine: { onZero: false, lineStyle: { color: c.line } } };
      option.xAxis.push({ ...plain, type: scaleOf(s, x).type });
      option.yAxis.push({ ...plain, type: scaleOf(s, y).type });
      cloud(s, c, x, y, true).forEach((series) => option.series.push({ ...series, xAxisIndex: at, yAxisIndex: at }));
    }));
    return option;
  }, 'square', 'canvas');
}

// The page: sections in the order in which somebody on shift reads them.

const summary = JSON.parse(document.getElementById('summary').textContent);

function section(id, title, lead, ...content) {
  return { id, title, nodes: [h('h2', { id }, title), lead ? h('p', { class: 'lead' }, lead) : null, ...content.flat()] };
}

function tile(value, name, strange) { return h('div', { class: 'tile' + (strange ? ' strange' : '') }, h('b', null, value), h('span', null, name)); }

function top(s) {
  const i = s.input;
  return [
    h('h1', null, s.title),
    h('div', { class: 'sub' }, i.files.join(', ') + ' · ' + time(i.first) + ' to ' + time(i.last) + ' UTC'),
    h('p', { class: 'headline' }, s.headline),
    h('div', { class: 'tiles' },
      tile(compact.format(i.flows), 'flows'), tile(compact.format(i.sources), 'sources'),
      tile(compact.format(i.windows), 'windows of ' + i.window), tile(compact.format(i.anomalous_windows), 'anomalous windows', true),
      tile(compact.format(i.alerting_windows), 'would alert by score', true), tile(count(s.findings.reduce((n, f) => n + f.cases, 0)), 'findings with a name', true),
      tile(bytes(i.bytes_in + i.bytes_out), 'both ways'), tile(i.countries > 0 ? count(i.countries) : '–', 'countries')),
    s.warnings.length ? h('ul', { class: 'warnings' }, s.warnings.map((w) => h('li', null, w))) : null,
  ];
}

function items(title, list, none) {
  return [h('h3', null, title), list.length === 0 ? nothing(none)
    : h('div', { class: 'panel' }, list.map((of) => h('div', { class: 'item' }, h('b', null, of.what), h('span', null, of.evidence), of.how ? h('span', null, /^(nft|aws) /.test(of.how) ? h('code', null, of.how) : of.how) : null)))];
}

function recommendations(s) {
  const r = s.recommendations;
  return section('recommendations', 'What to do', 'What follows from the findings below, each with its evidence. Check before you deny: a report knows flows, not people.',
    items('Addresses to filter', r.filter, 'Nothing in this history calls for a filter.'),
    items('Ports to restrict', r.restrict, 'No critical port was called conspicuously often in anomalous windows.'),
    items('What to monitor', r.monitor, 'Nothing beyond the usual.'));
}

function reasons(list) {
  const most = Math.max(...list.map((r) => r.contribution || 0), 1e-9);
  return list.map((r) => h('div', { class: 'reason' }, h('span', null, r.text),
    r.contribution === null ? h('span') : h('div', { class: 'bar', title: 'shortens the path by ' + number(r.contribution) + ' steps' }, h('i', { width: Math.max(2, 100 * r.contribution / most) + '%' }))));
}

function caseCard(of) {
  return h('div', { class: 'card' },
    h('header', null, h('b', null, of.title + ': ' + of.who), of.country ? h('span', { class: 'badge' }, of.country) : null, h('span', { class: 'badge ' + of.level }, of.level + ' ' + of.severity), of.technique ? h('span', { class: 'badge' }, of.technique) : null),
    h('div', { class: 'facts' }, count(of.windows) + ' windows, ' + count(of.flows) + ' flows, ' + bytes(of.bytes_in) + ' sent, ' + bytes(of.bytes_out) + ' back' + (of.target && of.target !== of.who ? ', to ' + of.target : '') + '; ' + time(of.first) + ' to ' + time(of.last)),
    reasons(of.reasons), of.advice ? h('p', { class: 'advice' }, of.advice) : null);
}

function findings(s) {
  const lead = 'What the catalogue of findings says of this history, judged as the job judges live traffic. A history is judged mildly by the model that was fitted to it: what it held is what the model takes for usual. Beacons are not looked for here, since what came back regularly is known to the model.';
  if (s.cases.length === 0) return section('findings', 'Findings', lead, nothing('No finding of the catalogue holds in this history.'));
  const shown = s.cases.slice(0, 10);
  const rest = s.cases.slice(10);
  return section('findings', 'Findings', lead, findingChart(s), shown.map(caseCard),
    rest.length ? h('details', null, h('summary', null, count(rest.length) + ' more'), table(rest, [['finding', (r) => r.title, 't'], ['who', (r) => r.who, 'w'], ['severity', (r) => r.severity, 'n'], ['windows', (r) => count(r.windows), 'n'], ['flows', (r) => count(r.flows), 'n'], ['first', (r) => time(r.first), 't'], ['why', (r) => r.reasons.length ? r.reasons[0].text : '', 'w']])) : null);
}

function sources(s) {
  const lead = 'The sources whose strangest window has the highest score, and why: the longer a bar, the more of the strangeness comes from that. ' + count(s.input.anomalous_sources) + ' sources have an anomalous window.';
  return section('sources', 'Top anomalous sources', lead,
    s.sources.length === 0 ? nothing('No window is labelled anomalous.') : null,
    s.sources.slice(0, 10).map((of) => h('div', { class: 'card' },
      h('header', null, h('b', null, of.address), of.country ? h('span', { class: 'badge' }, of.country) : null, of.scope ? h('span', { class: 'badge' }, of.scope) : null, h('span', { class: 'badge high' }, 'score ' + of.max_score.toFixed(3))),
      h('div', { class: 'facts' }, count(of.anomalous_windows) + ' anomalous windows, ' + count(of.alerting_windows) + ' of them above the alert threshold; ' + count(of.flows) + ' flows, ' + bytes(of.bytes_in) + ' sent, ' + bytes(of.bytes_out) + ' back; strangest at ' + time(of.worst_start)),
      reasons(of.reasons))),
    s.sources.length > 10 ? h('details', null, h('summary', null, count(s.sources.length - 10) + ' more'), table(s.sources.slice(10), [['source', (r) => r.address, 'w'], ['score', (r) => r.max_score.toFixed(3), 'n'], ['anomalous', (r) => count(r.anomalous_windows), 'n'], ['why', (r) => r.reasons.length ? r.reasons[0].text : '', 'w']])) : null);
}

const SOURCE = [['source', (r) => r.address, 'w'], ['country', (r) => r.country], ['anomalous windows', (r) => count(r.anomalous_windows), 'n'], ['flows', (r) => count(r.flows), 'n'], ['sent', (r) => bytes(r.bytes_in), 'n'], ['back', (r) => bytes(r.bytes_out), 'n'], ['highest score', (r) => r.max_score.toFixed(3), 'n']];

function patterns(s) {
  const spikes = s.moments.some((m) => m.ssh_flows + m.rdp_flows > 0);
  return section('patterns', 'Patterns worth a look', null,
    h('h3', null, 'Repeat offenders by short sessions'),
    s.notes.offenders ? notApplicable(s.notes.offenders) : s.offenders.length === 0 ? nothing('No source has two anomalous windows or more in which half of its flows were short.')
      : [h('p', { class: 'lead' }, 'Sources that came back with short sessions: in two or more of their anomalous windows half of at least five flows were short.'), table(s.offenders, [SOURCE[0], SOURCE[1], ['short-session windows', (r) => count(r.short_session_windows), 'n'], ...SOURCE.slice(2)])],
    h('h3', null, 'Likely exfiltration'),
    s.notes.senders ? notApplicable(s.notes.senders) : s.senders.length === 0 ? nothing('No anomalous window sent seven times of what came back.')
      : [h('p', { class: 'lead' }, 'Anomalous windows that sent seven times of what came back, or more, summed up by source. A ratio is no proof: backups look the same.'), table(s.senders, [SOURCE[0], SOURCE[1], ['sent one-sidedly', (r) => bytes(r.one_sided_bytes), 'n'], ...SOURCE.slice(2)])],
    h('h3', null, 'Spikes on 22 and 3389'),
    s.notes.ports ? notApplicable(s.notes.ports) : !spikes ? nothing('No flow of this history goes to port 22 or 3389.')
      : [portTimeChart(s), s.spikes.length === 0 ? nothing('No step of this history stands out.') : table(s.spikes, [['port', (r) => r.port, 'n'], ['from', (r) => time(r.start), 't'], ['flows', (r) => count(r.flows), 'n'], ['usual', (r) => number(r.usual), 'n']])],
    h('h3', null, 'Geographic hot spots'),
    s.notes.countries ? notApplicable(s.notes.countries) : s.hot_spots.length === 0 ? nothing('No country’s windows are anomalous twice as often as all are.')
      : [h('p', { class: 'lead' }, 'Countries of at least 20 windows that are anomalous twice as often as all are.'), table(s.hot_spots, COUNTRY)]);
}

const COUNTRY = [['country', (r) => r.name + ' (' + r.code + ')', 'w'], ['flows', (r) => count(r.flows), 'n'], ['in anomalous windows', (r) => count(r.suspicious_flows), 'n'], ['sources', (r) => count(r.sources), 'n'], ['sent', (r) => bytes(r.bytes_in), 'n'], ['back', (r) => bytes(r.bytes_out), 'n'], ['windows', (r) => count(r.windows), 'n'], ['anomalous', (r) => count(r.anomalous_windows), 'n'], ['share', (r) => h('span', { class: r.anomalous_windows ? 'strange-text' : '' }, percent(r.anomalous_windows, r.windows)), 'n']];

function times(s) {
  return section('time', 'Over time', 'Times are UTC; a step is ' + number(s.moment_millis / 60000) + ' minutes.', trafficChart(s), scoreTimeChart(s),
    h('div', { class: 'grid2' },
      rhythmChart(s, 'rhythm-flows', 'Flows by hour and weekday', 'When the network is busy. Empty hours are hours that the history does not cover.', s.rhythm.flows, 'flows', false),
      rhythmChart(s, 'rhythm-anomalous', 'Anomalous windows by hour and weekday', 'When it is strange: a column of its own is a job that runs at that hour, or somebody who works at night.', s.rhythm.anomalous_windows, 'anomalous windows', true)));
}

function places(s) {
  const unmapped = s.countries.filter((of) => !of.map_name);
  return section('places', 'Countries', null, s.notes.countries ? notApplicable(s.notes.countries) : [
    mapChart(s),
    unmapped.length ? nothing('Not on the map: ' + unmapped.map((of) => of.name + ' (' + count(of.anomalous_windows) + ' anomalous windows)').join(', ') + '.') : null,
    against('countries', 'Flows by country', 'The twenty countries with most flows; in colour what lies in windows that are labelled anomalous. ' + (s.flows_of_unknown_country > 0 ? count(s.flows_of_unknown_country) + ' flows have no country.' : 'Every flow has a country.'), s.countries, (r) => r.name, (r) => r.flows, (r) => r.suspicious_flows),
    s.interactions.length ? interactionChart(s) : null,
    table(s.countries.slice(0, 25), COUNTRY), s.countries.length > 25 ? nothing('The first 25 of ' + count(s.countries.length) + ' countries; --summary-json has all.') : null]);
}

function ports(s) {
  return section('ports', 'Ports', null, s.notes.ports ? notApplicable(s.notes.ports) : [
    against('ports', 'Top destination ports', '▲ marks critical ports (--critical-ports): remote control, file shares, directories, data stores. In colour what lies in anomalous windows.', s.ports, (r) => r.port + (r.service ? ' ' + r.service : ''), (r) => r.flows, (r) => r.suspicious_flows, (r) => r.critical),
    table(s.ports, [['port', (r) => r.port, 'n'], ['service', (r) => [r.service || '–', ' ', r.critical ? h('span', { class: 'badge port' }, '▲ critical') : null]], ['flows', (r) => count(r.flows), 'n'], ['in anomalous windows', (r) => count(r.suspicious_flows), 'n'], ['share', (r) => h('span', { class: r.suspicious_flows ? 'strange-text' : '' }, percent(r.suspicious_flows, r.flows)), 'n']]),
    s.other_ports.flows > 0 ? nothing(count(s.other_ports.flows) + ' more flows go to other ports or have none; ' + count(s.other_ports.suspicious_flows) + ' of them in anomalous windows.') : null]);
}

const SCATTERS = [['bytes_in', 'bytes_out'], ['flow_count', 'distinct_dst_ips'], ['flow_count', 'distinct_dst_ports'], ['traffic_rate', 'avg_packet_size'], ['duration_mean', 'traffic_rate'], ['flow_count', 'rejected_share']];

function features(s) {
  const varies = (id) => { const f = feature(s, id); return f.count > 0 && f.min !== f.max; };
  const pairs = SCATTERS.filter(([x, y]) => s.points.features.includes(x) && s.points.features.includes(y) && varies(x) && varies(y));
  const thinned = count(s.points.anomalous.length) + (s.points.anomalous.length < s.points.anomalous_seen ? ' strangest of ' + count(s.points.anomalous_seen) : '') + ' anomalous windows and a uniform sample of ' + count(s.points.normal.length) + ' of ' + count(s.points.normal_seen) + ' normal ones: the anomalous share looks larger than it is. Zeros stand at the edge of logarithmic axes.';
  const moving = s.histograms.filter((of) => varies(of.feature));
  const constant = s.histograms.filter((of) => !varies(of.feature)).map((of) => words(of.feature));
  return section('features', 'Features', 'What is measured of a source in each window.',
    h('h3', null, 'Statistics'),
    table(s.features, [['feature', (r) => [words(r.feature)], 't'], ['in the forest', (r) => r.used ? 'yes' : 'no'], ['count', (r) => count(r.count), 'n'], ['missing', (r) => count(r.missing), 'n'], ...[['mean', 'mean'], ['sd', 'sd'], ['min', 'min'], ['25 %', 'q1'], ['median', 'median'], ['75 %', 'q3'], ['99 %', 'p99'], ['max', 'max']].map(([name, key]) => [name, (r) => byUnit(r.unit, r[key]), 'n'])]),
    h('p', { class: 'note' }, 'Quantiles come from ' + (s.sampled_windows < s.input.windows ? 'a uniform sample of ' + count(s.sampled_windows) + ' windows' : 'all windows') + '; all else from all windows.'),
    h('h3', null, 'Histograms'), h('div', { class: 'grid3' }, moving.map((of) => histogramChart(s, of))),
    constant.length ? nothing('The same in every window: ' + constant.join(', ') + '.') : null,
    h('h3', null, 'Correlation'), s.notes.correlation ? notApplicable(s.notes.correlation) : correlationChart(s),
    h('h3', null, 'Windows as points'), h('p', { class: 'lead' }, thinned),
    pairs.length ? h('div', { class: 'grid2' }, pairs.map(([x, y]) => scatterChart(s, x, y))) : nothing('No two of the usual pairs of features vary in this history.'),
    s.leading_features.length > 1 ? pairChart(s) : null);
}

function counts(title, map, none) {
  const rows = Object.entries(map);
  return [h('h3', null, title), rows.length ? table(rows, [['', ([name]) => words(name)], ['', ([, n]) => count(n), 'n']]) : nothing(none)];
}

function data(s) {
  const i = s.input;
  const line = (name, n, meaning) => ({ name, value: count(n), meaning });
  const missing = Object.fromEntries(Object.entries(i.missing).filter(([, n]) => n > 0));
  return section('data', 'The data', 'Every entry is accounted for: entries = flows + dead letters + ignored, flows = windowed + late + set aside.',
    figures([
      line('entries', i.entries, 'lines, documents or events of ' + i.files.join(', ')), line('flows', i.flows, 'entries that became flows'), line('dead letters', i.dead_letters, 'entries that could not'),
      line('ignored', i.ignored, 'entries that rightly hold no flow'), line('windowed', i.windowed, 'flows that went into a window'), line('late', i.late, 'flows beyond the disorder that was allowed for'), line('set aside', i.set_aside, 'flows that must not be counted, or counted twice'),
      line('sources', i.sources, 'distinct source addresses'), line('countries', i.countries, 'of sources'), line('ports', i.ports, 'distinct destination ports'),
      { name: 'time', value: i.span, meaning: time(i.first) + ' to ' + time(i.last) + ' UTC, log format ' + i.format },
    ]),
    h('div', { class: 'grid2' }, h('div', null, counts('Missing fields, in flows', missing, 'No field is missing.'), counts('Repaired', i.repaired, 'Nothing had to be repaired.')),
      h('div', null, counts('Dead letters, by reason', i.dead_letters_by_reason, 'There are none.'), counts('Ignored, by reason', i.ignored_by_reason, 'There are none.'), counts('Set aside, by reason', i.set_aside_by_reason, 'There are none.'))));
}

function figureSection(title, rows, why) { return [h('h3', null, title), rows.length ? figures(rows) : notApplicable(why)]; }

function model(s) {
  return section('model', 'The model', null, scoreChart(s),
    h('h3', null, 'Made by'), h('pre', null, s.model.command), h('p', { class: 'sub' }, 'id ', h('code', null, s.model.id)),
    h('h3', null, 'Parameters'), figures(s.model.parameters),
    h('p', { class: 'note' }, 'The forest sees ' + s.model.features.map(words).join(', ') + '.' + (s.model.dropped_features.length ? ' Left out as constant or missing: ' + s.model.dropped_features.map(words).join(', ') + '.' : '')),
    figureSection('Alarm rate', s.sections.alarm_rate, 'no alarm rate was estimated on held-out time'),
    figureSection('Segments', s.sections.segments, 'one forest judges all sources'),
    figureSection('Evaluation', s.sections.evaluation, 'no labels were evaluated; --label.column names those of a labelled log'),
    figureSection('Stability', s.sections.stability, 'the model was fitted with one seed'));
}

function build() {
  const parts = [recommendations, findings, sources, patterns, times, places, ports, features, data, model].map((part) => part(summary));
  const main = document.getElementById('report');
  main.replaceChildren(...top(summary).filter((node) => node), ...parts.flatMap((part) => part.nodes).flat().filter((node) => node), h('footer', null, 'Made by Weir from ' + summary.input.files.join(', ') + '. This file holds all that it shows, and fetches nothing.'));
  const toggle = h('button', { type: 'button', id: 'theme' }, '');
  document.getElementById('contents').append(h('strong', null, 'Weir'), ...parts.map((part) => h('a', { href: '#' + part.id }, part.title)), toggle);
  toggle.addEventListener('click', () => theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
}

function theme(name) {
  document.documentElement.dataset.theme = name;
  document.getElementById('theme').textContent = name === 'dark' ? 'Light' : 'Dark';
  draw();
}

const dark = matchMedia('(prefers-color-scheme: dark)');
build();
theme(dark.matches ? 'dark' : 'light');
dark.addEventListener('change', () => theme(dark.matches ? 'dark' : 'light'));
addEventListener('resize', resize);
let shown;
addEventListener('beforeprint', () => { shown = document.documentElement.dataset.theme; document.documentElement.classList.add('printing'); theme('light'); });
addEventListener('afterprint', () => { document.documentElement.classList.remove('printing'); theme(shown); });
// The sections were not there yet when the browser looked for the one that the address names.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
document.documentElement.dataset.ready = 'true';

'use strict';
// Elements and numbers. What comes from logs becomes text nodes only: it never is markup.

function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === 'class') element.className = value;
    else if (name === 'width') element.style.width = value;
    else element.setAttribute(name, value);
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === '') continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

function count(value) { return value === null || value === undefined ? '–' : whole.format(value); }

function number(value) {
  if (value === null || value === undefined) return '–';
  if (value !== 0 && Math.abs(value) < 1e-4) return value.toExponential(1);
  return digits.format(value);
}

function bytes(value) {
  if (value === null || value === undefined) return '–';
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  let rest = Math.abs(value);
  let unit = 0;
  while (rest >= 999.5 && unit < units.length - 1) { rest /= 1000; unit++; }
  return (value < 0 ? '-' : '') + (rest >= 100 ? rest.toFixed(0) : Number(rest.toPrecision(3))) + ' ' + units[unit];
}

function percent(part, all) { return all > 0 ? (100 * part / all).toFixed(1) + ' %' : '–'; }

function byUnit(unit, value) {
  if (value === null || value === undefined) return '–';
  switch (unit) {
    case 'bytes': return bytes(value);
    case 'bytes_per_second': return bytes(value) + '/s';
    case 'seconds': return number(value) + ' s';
    case 'share': return number(100 * value) + ' %';
    default: return number(value);
  }
}

function time(text) { return text.slice(0, 16).replace('T', ' '); }

function words(id) { return id.replaceAll('_', ' '); }

/** A table; a column is [heading, cell of a row, class]. */
function table(rows, columns) {
  return h('div', { class: 'scroll', tabindex: '0' },
    h('table', null,
      columns.every(([name]) => name === '') ? null : h('thead', null, h('tr', null, columns.map(([name, , kind]) => h('th', { class: kind || '', scope: 'col' }, name)))),
      h('tbody', null, rows.map((row) =>
        h('tr', null, columns.map(([, cell, kind]) => h('td', { class: kind || '' }, cell(row))))))));
}

function figures(rows) {
  return table(rows, [['figure', (row) => row.name, 't'], ['value', (row) => row.value, 'w'], ['meaning', (row) => row.meaning, 'w']]);
}

function notApplicable(why) { return h('p', { class: 'note' }, 'Not applicable: ' + why + '.'); }

function nothing(what) { return h('p', { class: 'note' }, what); }

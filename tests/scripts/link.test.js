/** Answers go into a link and come out of it as they were; what was cut or tampered with is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { carriedBy, carrierOf, linkTo } from '../../site_templates/assets/calculator/keeping/link.js';

const CARRIED = {
  edition: '2023-01-01',
  on: '2026-06-30',
  change: { on: '2026-11-23', code: 'first_data', figures: 'bcdfghjk' },
  kept: {
    birth_date: ['1990-01-15'],
    tax_yearly: ['1,000.50'],
    contributions: ['2023-07\t2025-06\t12000.00\tx', '2025-07\t2026-06\t9000\t'],
    award: [''],
    detentions: ['some', '2024-01-15', '一月&二月/#=%'],
  },
  readings: { jobs_share: 'scaled' },
};
const address = linkTo('https://example.org/calculator.html', CARRIED);
const hash = address.slice(address.indexOf('#'));

test('what went in comes out', () => {
  const { contributions, ...kept } = CARRIED.kept;
  const carried = carriedBy(hash);
  assert.notEqual(carried, 'refused');
  // The last row's idle tab is left out: to the form that is the same.
  const rows = contributions.map((row) => row.trimEnd());
  assert.deepEqual(carried, { ...CARRIED, kept: { ...kept, contributions: rows } });
});

test('a link is plain text that a person can read', () => {
  assert.match(hash, /&birth_date=1990-01-15&/);
  assert.match(hash, /^#b=2&E=2023-01-01&D=2026-06-30&C=2026-11-23\.first_data\.bcdfghjk&/);
});

test('a link that was cut is refused, wherever it was cut', () => {
  for (let end = '#b='.length; end < hash.length; end += 1) assert.equal(carriedBy(hash.slice(0, end)), 'refused');
});

test('a link with one other character is refused', () => {
  for (let at = '#b='.length; at < hash.length; at += 1) {
    const other = hash[at] === '7' ? '8' : '7';
    assert.equal(carriedBy(hash.slice(0, at) + other + hash.slice(at + 1)), 'refused');
  }
});

test('a link that is too long is refused unread', () => {
  assert.equal(carriedBy(`#b=${'x'.repeat(20_000)}`), 'refused');
});

test('what grew before its name is no part of a link', () => {
  for (const grown of ['/', '!', '?', '&', '#', '%20', '%2F', '%23', '!/']) {
    assert.deepEqual(carriedBy(hash.replace('#', `#${grown}`)), carriedBy(hash));
    assert.equal(carriedBy(`#${grown}b=`), 'refused');
  }
});

test('an address without answers carries nothing', () => {
  for (const other of ['', '#', '#/', '#/about', '#q-education', '#c=2&']) assert.equal(carriedBy(other), undefined);
});

test('a link of the first schema still opens', () => {
  const old = { schema: 1, on: '2026-06-30', edition: '2023-01-01', kept: { education: ['college'] }, readings: {} };
  const text = Buffer.from(JSON.stringify(old)).toString('base64url');
  assert.deepEqual(carriedBy(`#a=${text}`), { on: old.on, edition: old.edition, kept: old.kept, readings: {} });
  assert.equal(carriedBy(`#a=${text.slice(0, -8)}`), 'refused');
});

test('a link whose signs a messenger wrote as numbers is read all the same', () => {
  const carried = carriedBy(hash);
  assert.deepEqual(carriedBy(`#${encodeURIComponent(hash.slice(1))}`), carried);
  assert.deepEqual(carriedBy(`#b=${encodeURIComponent(hash.slice(3))}`), carried);
  assert.deepEqual(carriedBy(hash.replaceAll('&', '&amp;')), carried);
});

test('words that a messenger took for the end of a link are left aside', () => {
  for (const words of ['，快看', 'ok', address, '%EF%BC%8C%E5%BF%AB', '.', ')', '。', '&from=singlemessage']) {
    assert.deepEqual(carriedBy(hash + words), carriedBy(hash));
  }
});

test('a link that was cut is refused, whoever wrote its signs as numbers', () => {
  assert.equal(carriedBy(`#${encodeURIComponent(hash.slice(1, -9))}`), 'refused');
  assert.equal(carriedBy('#b%3D2%E0'), 'refused');
});

test('a mark in capitals is read, and a link all in capitals is refused like one that was cut', () => {
  assert.deepEqual(carriedBy(`#B${hash.slice(2)}`), carriedBy(hash));
  assert.equal(carriedBy(hash.toUpperCase()), 'refused');
  assert.equal(carriedBy(hash.toLowerCase()), 'refused');
  assert.equal(carriedBy('#A=E30'), 'refused');
});

test('a link whose signs were written full-width, or that was broken on its way, is read all the same', () => {
  const full = (/** @type {string} */ text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const asAddress = (/** @type {string} */ text) => new URL(text, 'https://example.org/').hash;
  const rewritten = ['b', '=', '&', '2', '.', '-', '%', 'b='].map((sign) => hash.replaceAll(sign, full(sign)));
  const grown = ['\u200b', '\ufeff'].flatMap((sign) => [`#${sign}${hash.slice(1)}`, hash.slice(0, 40) + sign + hash.slice(40)]);
  const broken = ['%0A', '%0D%0A', '%20', ' '].map((gap) => hash.slice(0, 40) + gap + hash.slice(40));
  const punctuated = [`#${full(hash.slice(1))}`, hash.replaceAll('.', '。'), hash.replaceAll('-', '–'), `#${full(encodeURIComponent(hash.slice(1)))}`];
  for (const each of [...rewritten, ...grown, ...broken, ...punctuated]) {
    assert.deepEqual(carriedBy(asAddress(each)), carriedBy(hash), each);
    assert.equal(carriedBy(asAddress(each).slice(0, -2)), 'refused', each);
  }
  for (const cut of ['#ｂ', '#b＝', '#ｂ＝２＆']) assert.equal(carriedBy(asAddress(cut)), 'refused');
});

test('answers are found behind words of others in the hash', () => {
  for (const before of ['#wechat_redirect#', '#?from=singlemessage&isappinstalled=0&', '#wechat_redirect&', '#q-education%23']) {
    const carrier = carrierOf({ hash: before + hash.slice(1), search: '' });
    assert.deepEqual(carriedBy(carrier), carriedBy(hash));
    assert.equal(carriedBy(carrier.slice(0, -2)), 'refused');
  }
});

test('a link whose signs were written as numbers again and again is read all the same', () => {
  const once = encodeURIComponent(hash.slice(1));
  for (const often of [encodeURIComponent(once), encodeURIComponent(encodeURIComponent(once))]) {
    assert.deepEqual(carriedBy(`#${often}`), carriedBy(hash));
    assert.equal(carriedBy(`#${often.slice(0, -9)}`), 'refused');
  }
  assert.deepEqual(carriedBy(`#b=${encodeURIComponent(encodeURIComponent(hash.slice(3)))}`), carriedBy(hash));
});

test('a link that was cut within its mark is refused too', () => {
  for (const cut of ['#b', '#B', '#a']) assert.equal(carriedBy(cut), 'refused');
  assert.equal(carriedBy('#'), undefined);
});

test('answers behind a ? are found also where something else stands there first', () => {
  for (const before of ['utm_source=wechat', 'from=singlemessage&isappinstalled=0']) {
    assert.deepEqual(carriedBy(carrierOf({ hash: '', search: `?${before}&${hash.slice(1)}` })), carriedBy(hash));
    assert.deepEqual(carriedBy(carrierOf({ hash: '', search: `?${before}&${encodeURIComponent(hash.slice(1))}` })), carriedBy(hash));
  }
});

test('answers behind a ? are found where the # does not carry any', () => {
  const search = `?${hash.slice(1)}`;
  for (const other of ['', '#', '#q-education']) {
    assert.deepEqual(carriedBy(carrierOf({ hash: other, search })), carriedBy(hash));
    assert.equal(carriedBy(carrierOf({ hash: other, search: search.slice(0, -3) })), 'refused');
    assert.equal(carriedBy(carrierOf({ hash: other, search: '?from=singlemessage' })), undefined);
  }
  assert.equal(carrierOf({ hash, search: '?b=3' }), hash);
  assert.deepEqual(carriedBy(carrierOf({ hash: '', search: `?_wv=1%23${hash.slice(1)}` })), carriedBy(hash));
});

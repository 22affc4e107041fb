/** What is kept of the form becomes the contract's answers, and answers become what is kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answersOf, askedOf, fitting, keptAnswers } from '../../site_templates/assets/calculator/form/answers.js';

const ALL = { editions: undefined, fromLedger: false, countsAll: false, situation: '', askedIf: undefined, choices: undefined };
const QUESTIONS = [
  { ...ALL, code: 'birth_date', kind: 'date' },
  { ...ALL, code: 'education', kind: 'choice', choices: ['none', 'college', ''] },
  { ...ALL, code: 'spouse_local', kind: 'yes_no', choices: ['true', 'false', ''] },
  { ...ALL, code: 'marriage_date', kind: 'date', askedIf: { question: 'spouse_local', is: 'true', isNot: undefined } },
  { ...ALL, code: 'remote_area', kind: 'choice', choices: ['none', 'lingang', ''] },
  { ...ALL, code: 'remote_area_months', kind: 'count', askedIf: { question: 'remote_area', is: undefined, isNot: 'none' } },
  { ...ALL, code: 'insured_months', kind: 'count', fromLedger: true },
  { ...ALL, code: 'tax_yearly', kind: 'amount' },
  { ...ALL, code: 'detentions', kind: 'dates', choices: ['none', 'some', ''] },
  { ...ALL, code: 'contributions', kind: 'ledger' },
  { ...ALL, code: 'family_planning_violation', kind: 'yes_no', choices: ['true', 'false', ''], editions: ['2018-01-01'] },
].map((question) => ({ ...question, label: question.code }));

test('each kind is read', () => {
  const kept = {
    birth_date: ['1990/1/15'],
    education: ['college'],
    spouse_local: ['false'],
    tax_yearly: ['1,000.50'],
    detentions: ['some', '2024年1月5日'],
    contributions: ['2023年7月\t202506\t12,000\tx', '2025-07\t\t9000\t'],
  };
  assert.deepEqual(answersOf(QUESTIONS, kept), {
    birth_date: '1990-01-15',
    education: 'college',
    spouse_local: false,
    tax_yearly: 1000.5,
    detentions: ['2024-01-05'],
    contributions: [
      { from: '2023-07', to: '2025-06', base: '12000', counts: false },
      { from: '2025-07', ongoing: true, base: '9000', counts: true },
    ],
  });
});

test('what is no date or number goes to the engine as it was typed', () => {
  assert.deepEqual(answersOf(QUESTIONS, { birth_date: ['昨天'], insured_months: ['三年'] }), {
    birth_date: '昨天',
    insured_months: '三年',
  });
});

test('open and unsure are no answers, none is one', () => {
  const kept = { education: [''], insured_months: [''], detentions: ['some'], contributions: [] };
  assert.deepEqual(answersOf(QUESTIONS, kept), {});
  assert.deepEqual(answersOf(QUESTIONS, { detentions: ['none'] }), { detentions: [] });
});

test('answers are kept and read again without a loss', () => {
  const answers = {
    birth_date: '1990-01-15',
    spouse_local: true,
    insured_months: 60,
    detentions: ['2024-01-05', '2025-01-05'],
    contributions: [
      { from: '2023-07', to: '2025-06', base: '12000', counts: true },
      { from: '2025-08', ongoing: true, base: '13000', counts: true },
    ],
  };
  assert.deepEqual(answersOf(QUESTIONS, keptAnswers(QUESTIONS, answers)), answers);
  assert.deepEqual(keptAnswers(QUESTIONS, { detentions: [], birth_date: null }), { detentions: ['none'] });
});

test('a question is asked where its edition asks it, while it matters, and where no ledger decides it', () => {
  const isAsked = (/** @type {string} */ code, kept, edition = '2023-01-01') => askedOf(QUESTIONS, kept, edition).has(code);
  assert.ok(isAsked('marriage_date', {}));
  assert.ok(isAsked('marriage_date', { spouse_local: [''] }));
  assert.ok(!isAsked('marriage_date', { spouse_local: ['false'] }));
  assert.ok(!isAsked('remote_area_months', { remote_area: ['none'] }));
  assert.ok(isAsked('remote_area_months', { remote_area: ['lingang'] }));
  assert.ok(isAsked('insured_months', {}));
  assert.ok(!isAsked('insured_months', { contributions: ['2023-07\t2025-06\t12000\t'] }));
  assert.ok(!isAsked('family_planning_violation', {}));
  assert.ok(isAsked('family_planning_violation', {}, '2018-01-01'));
});

test('only what has a place in the form is taken', () => {
  const kept = { education: ['wizard'], hobby: ['chess'], spouse_local: ['false'], marriage_date: ['2020-01-01'], tax_yearly: ['5'] };
  assert.deepEqual(fitting(QUESTIONS, kept, '2023-01-01'), { spouse_local: ['false'], tax_yearly: ['5'] });
});

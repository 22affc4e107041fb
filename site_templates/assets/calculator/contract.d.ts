/**
 * The documents that the engine answers with, as far as the page reads them. A test holds each interface to what Python
 * really writes (tests/scripts/test_contract_types.py): one key a line, `?` where a document may lack it.
 */

export type Outcome = 'meets_standard' | 'below_standard' | 'undecided' | 'vetoed';
export type Effort = 'wait' | 'pay' | 'certificate' | 'status';
export type ConditionStatus = 'met' | 'not_met' | 'unknown';
export type Status = 'awarded' | 'not_met' | 'not_counted' | 'unanswered' | 'vetoed';

/** What is asked: the contract's request, and what a method wants besides. */
export interface Request {
  policy: string;
  on: string;
  answers: Record<string, any>;
  /** Answers of a file that its person did not give. */
  assumed?: string[];
  [more: string]: unknown;
}

export interface Refusal {
  path: string;
  message: string;
}

export interface Verdict {
  policy: string;
  edition: string;
  on: string;
  standard_score: number;
  outcome: Outcome;
  score: number | null;
  score_range: number[];
  distance: number | null;
  sentence: string;
  open: Open;
  deciding: string[];
  readings: Record<string, string>;
  notices: Notice[];
  can_apply: boolean | null;
  conditions: Condition[];
  awards: Award[];
}

/** What is certain already, and what the questions that are open can bring or take. */
export interface Open {
  certain: number | null;
  at_most_more: number | null;
  questions: OpenQuestion[];
  may_deduct: string[];
  may_veto: string[];
}

export interface OpenQuestion {
  question: string;
  at_most: number;
}

/** What cannot all be true at once: the score stands on what was given. */
export interface Notice {
  path: string;
  message: string;
}

/** A condition of applying, beside the points. */
export interface Condition {
  condition: string;
  title: string;
  status: ConditionStatus;
  clause: string;
  certainty: string;
  sentence: string;
}

export interface Award {
  indicator: string;
  title: string;
  section: string;
  points: number;
  range: number[];
  status: Status;
  clause: string;
  certainty: string;
  sentence: string;
  facts: Record<string, unknown>;
  figures: Record<string, unknown>;
  would_be?: number;
  lost?: Lost[];
  missing?: string[];
  unverified_from?: string;
}

export interface Lost {
  would_be: number;
  sentence: string;
}

/** A timeline in words, with what was asked beside it; `closed` says why there is nothing to show. */
export interface Outlook {
  timeline: Timeline;
  closed: string | null;
  sentence: string;
  pauses: string[];
  windows: string[];
  notices: string[];
  assumptions: string[];
  events: DayTold[];
  deadlines: DeadlineTold[];
  renewal: string;
  text: string;
  calendar: string;
  file: string;
}

export interface DayTold {
  date: string;
  score: string;
  says: string;
  causes: string[];
}

export interface DeadlineTold {
  deadline: string;
  says: string;
  authority: string;
}

/** The papers that a score request calls for. */
export interface Papers {
  papers: Paper[];
}

/** A paper that the answers call for; not `sure` while one of its grounds is open. */
export interface Paper {
  paper: string;
  name: string;
  from: string;
  sure: boolean;
}

/** The same answers under the two newest editions. */
export interface EditionsCompared {
  editions: EditionOfADay[];
  assumed: string[];
  verdicts: Verdict[];
}

export interface EditionOfADay {
  edition: string;
  on: string;
}

/** What each choice of a reading that is not in use would give. */
export interface ReadingsView {
  base: Effect;
  readings: OtherReading[];
}

export interface Effect {
  score: number | null;
  score_range: number[];
  outcome: Outcome;
}

export interface OtherReading {
  reading: string;
  choice: string;
  default: boolean;
  score: number | null;
  score_range: number[];
  outcome: Outcome;
  changes: unknown[];
  differs?: boolean;
}

export interface LedgerView {
  on: string;
  months: LedgerMonth[];
  counts: LedgerCount[];
  totals: LedgerTotal[];
}

export interface LedgerMonth {
  month: string;
  base: number | null;
  counts: boolean;
  level: number;
  verified: boolean;
  multiples: string[];
}

export interface LedgerCount {
  indicator: string;
  question: string;
  months: number;
  needed: number;
  window_months: number | null;
  multiple: string | null;
  missing: number;
  falls: Fall[];
  points: number | null;
}

export interface Fall {
  month: string;
  leaves_on: string;
}

export interface LedgerTotal {
  question: string;
  indicator: string;
  months: number;
  unbroken: number;
  years: number;
  missing: number;
  points: number;
}

export interface Timeline {
  policy: string;
  on: string;
  until: string;
  standard_score: number;
  first_date: string | null;
  windows: Span[];
  possible_windows: Span[];
  apply_windows: Span[];
  apply_pauses?: Pause[];
  events: TimelineEvent[];
  assumptions: string[];
  notices: Notice[];
  editions: unknown[];
  beyond_edition_from?: string;
  unverified_from?: string;
}

/** Both days included; `to` is null where the end is not in sight. */
export interface Span {
  from: string;
  to: string | null;
}

/** Days on which the points are enough and one may not apply, and the conditions that are not met. */
export interface Pause {
  from: string;
  to: string | null;
  because: string[];
}

export interface TimelineEvent {
  date: string;
  score: number | null;
  range: number[];
  changes: Change[];
}

export interface Change {
  indicator: string;
  points: number;
  was: number;
  change: number;
  because: string;
  range?: number[];
  was_range?: number[];
}

export interface PlansView {
  policy: string;
  on: string;
  until: string;
  standard_score: number;
  met: boolean;
  plans: Plan[];
  open?: string[];
  because?: string;
  beyond_edition_from?: string;
  unverified_from?: string;
}

export interface Plan {
  title: string;
  effort: Effort;
  changes: PlannedChange[];
  date: string;
  score: number | null;
  range: number[];
  confirmed_by: string;
  request: Request;
  assumptions?: string[];
}

export interface PlannedChange {
  answer: string;
  from?: string | number | boolean | null;
  to: string | number | boolean | null;
  from_month?: string;
  indicator?: string;
  certainty?: string;
  effort?: Effort;
}

export interface Reverse {
  policy: string;
  on: string;
  by: string;
  until: string;
  standard_score: number;
  first_date: string | null;
  base: ReverseBase;
  insured_months?: ReverseInsured;
  beyond_edition_from?: string;
  unverified_from?: string;
}

export interface ReverseBase {
  needed: boolean;
  options: BaseOption[];
  because?: string;
}

export interface BaseOption {
  base: string;
  from_month: string;
  months: number;
  date: string;
  score: number;
  assumptions?: string[];
}

export interface ReverseInsured {
  months: number;
  more: number | null;
  date?: string;
  because?: string;
  needs?: number;
  needs_more?: number;
  sentence?: string;
}

/** What pasted lines come to. */
export interface Pasted {
  contributions: Contribution[];
  not_understood: PastedLine[];
  skipped: PastedLine[];
  noted: PastedLine[];
}

export interface Contribution {
  from: string;
  to?: string;
  ongoing?: boolean;
  base: string;
  counts?: boolean;
}

export interface PastedLine {
  line: number;
  text: string;
  why: string;
  more?: number;
}

export interface Years {
  on: string;
  years: ContributionYear[];
}

export interface ContributionYear {
  from: string;
  to: string;
  level: number;
  verified: boolean;
  floor: number | null;
  cap: number | null;
  tiers: ContributionTier[];
  base?: string;
  times?: string;
  tier?: string | null;
  outside?: 'below' | 'above' | null;
}

export interface ContributionTier {
  multiple: string;
  base: string;
}

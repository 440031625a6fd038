/** The report of a review as JUnit XML: a suite for each document, a case for each finding; what makes the review fail is a failure. */
import { undecided } from '../../properties/review/index.ts';
import type { Review, ReviewFinding } from '../../properties/review/types.ts';
import { markup } from './escape.ts';
import { consequenceText, isDecided, placeText, rulingText, type Severity } from './parts.ts';

type Fails = (finding: ReviewFinding) => boolean;

function caseOf(finding: ReviewFinding, fails: Fails): string {
  const { code, severity, message, document, consequences, remedies } = finding;
  const head = `    <testcase classname="${markup(document)}" name="${markup(`${code} ${message} [${placeText(finding)}]`)}"`;
  if (isDecided(finding))
    return `${head}>\n      <skipped message="${markup(rulingText(finding.ruling))}"/>\n    </testcase>`;
  const more = [placeText(finding), ...consequences.map(consequenceText), ...remedies].map(markup).join('\n');
  const body = fails(finding)
    ? `<failure type="${markup(`${severity} ${code}`)}" message="${markup(message)}">${more}</failure>`
    : `<system-out>${more}</system-out>`;
  return `${head}>\n      ${body}\n    </testcase>`;
}

const numbers = (findings: readonly ReviewFinding[], cases: number, fails: Fails): string =>
  `tests="${cases}" failures="${findings.filter(fails).length}" errors="0" skipped="${findings.filter(isDecided).length}"`;

function suiteOf(document: string, findings: readonly ReviewFinding[], fails: Fails): string {
  const cases =
    findings.length === 0
      ? [`    <testcase classname="${markup(document)}" name="nothing found"/>`]
      : findings.map((finding) => caseOf(finding, fails));
  return [
    `  <testsuite name="${markup(document)}" ${numbers(findings, cases.length, fails)}>`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

/** The report of a review as JUnit XML. Open findings of at least a severity are failures; other open ones pass, and are told. */
export function reviewJunit(review: Review, least: Severity): string {
  const { documents, findings } = review;
  const failing = new Set(undecided(review, least));
  const fails: Fails = (finding) => failing.has(finding);
  const names = [...new Set([...documents.map(({ name }) => name), ...findings.map(({ document }) => document)])];
  const suites = names.map((name) =>
    suiteOf(
      name,
      findings.filter(({ document }) => document === name),
      fails,
    ),
  );
  const empty = names.filter((name) => !findings.some(({ document }) => document === name)).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="stateatlas review" ${numbers(findings, findings.length + empty, fails)}>`,
    ...suites,
    '</testsuites>\n',
  ].join('\n');
}

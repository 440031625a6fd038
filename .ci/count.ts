/** Prints `<passed> <failed>` of a vitest JSON report; a skipped test counts as failed, for in CI nothing may be skipped. */
import { readFileSync } from 'node:fs';

type Report = { numPassedTests: number; numTotalTests: number; numFailedTestSuites: number };

const report = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as Report;
const failed = Math.max(report.numTotalTests - report.numPassedTests, report.numFailedTestSuites);
console.log(`${report.numPassedTests} ${failed}`);

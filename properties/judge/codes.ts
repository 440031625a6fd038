/**
 * The closed table of what checking a table or a system can find. Each code has its section in
 * `docs/codes/findings.md`.
 */
import type { Severity } from './verdict.ts';

/** An error says that behaviour goes wrong on some run; a warning says that a part has no effect. */
export const FINDINGS = {
  SA201: { severity: 'warning', title: 'unreachable state' },
  SA202: { severity: 'warning', title: 'row never fires' },
  SA203: { severity: 'warning', title: 'event nobody handles' },
  SA204: { severity: 'error', title: 'deadlock' },
  SA205: { severity: 'error', title: 'trap' },
  SA206: { severity: 'error', title: 'nondeterminism' },
  SA207: { severity: 'warning', title: 'memory never read' },
  SA208: { severity: 'warning', title: 'memory never changes' },
  SA209: { severity: 'warning', title: 'guard always true' },
  SA210: { severity: 'warning', title: 'guard always false' },
  SA211: { severity: 'error', title: 'recalled state may be unset' },
  SA212: { severity: 'error', title: 'assignment outside its domain' },
  SA213: { severity: 'warning', title: 'ruling that matches nothing' },
  SA214: { severity: 'warning', title: 'event that never happens' },
  SA215: { severity: 'warning', title: 'parameter without use' },
} as const satisfies { readonly [code: string]: { readonly severity: Severity; readonly title: string } };

/** The code of a default finding, such as `SA201`. */
export type FindingCode = keyof typeof FINDINGS;

import { askSpin } from './spin.ts';
import { agrees } from './testing.ts';

await agrees(['spin', 'cc'], askSpin);

import { askRumur } from './rumur.ts';
import { agrees } from './testing.ts';

await agrees(['rumur', 'cc'], askRumur);

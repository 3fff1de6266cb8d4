// npm run cases: how well the sentences of sentences.jsonl are understood, by kind and role, and every miss.
import { zhibu } from '../../commands/index.ts';
import { CASES } from './case.ts';
import { byReading } from './reading.ts';
import { misses, score, table } from './score.ts';

const scored = score(CASES, byReading);
const known = scored.filter(({ one }) => one.command !== null && zhibu.commands.has(one.command));
console.log(misses(scored));
console.log(`\n${table(scored)}\n\nwhose command exists:\n${table(known)}`);

import { branches } from './branches.ts';
import { meetings } from './meetings.ts';
import { people } from './people.ts';
import { spine } from './spine.ts';

/** All that people see, in Chinese: the language of record. */
export const zhCN = { ...spine, ...people, ...branches, ...meetings };

import { book } from './book.ts';
import { branches } from './branches.ts';
import { figures } from './figures.ts';
import { floats } from './floats.ts';
import { meetings } from './meetings.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { reminders } from './reminders.ts';
import { spine } from './spine.ts';
import { tickets } from './tickets.ts';

/** All that people see, in Chinese: the language of record. */
export const zhCN = {
	...spine,
	...people,
	...book,
	...branches,
	...meetings,
	...floats,
	...papers,
	...tickets,
	...reminders,
	...figures,
} as const;

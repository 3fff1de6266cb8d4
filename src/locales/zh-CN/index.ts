import { book } from './book.ts';
import { delivery } from './delivery.ts';
import { figures } from './figures.ts';
import { floats } from './floats.ts';
import { meetings } from './meetings.ts';
import { branches, people } from './people.ts';
import { reminders } from './reminders.ts';
import { spine } from './spine.ts';
import { tickets } from './tickets.ts';
import { papers } from './transfers.ts';
import { wishes } from './wishes.ts';

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
	...delivery,
	...wishes,
} as const;

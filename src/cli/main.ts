import { parseArgs } from 'node:util';
import { type OperatorAsk, operatorAsk } from '../runtime/asked.ts';
import { readPlace } from '../runtime/node/config.ts';
import { BadConfig } from '../runtime/settings.ts';
import { askBot } from './ask-bot.ts';
import { said } from './said.ts';
import { Unreachable } from './unreachable.ts';

/** Of sysexits: called wrongly; the operator has to change something. */
const USAGE = 64;
const BAD_CONFIG = 78;

const HELP = `zhibu <命令 command> [--json]

  officer-code   一次性管理码  a one-time code that makes an officer; voids any earlier one
  clock          时钟          the bot's clock, the machine's, the platform's; lowers a wrong floor
  key            数据密钥      which data keys are needed, and whether the new one has replaced the old

DATA_DIR 指出数据目录 says where the bot's data lie (./data).`;

process.exitCode = await run(process.argv.slice(2));

async function run(argv: readonly string[]): Promise<number> {
	const line = read(argv);
	if (line === undefined || line.help) {
		(line ? console.log : console.error)(HELP);
		return line ? 0 : USAGE;
	}
	try {
		const { ask, json } = line;
		const place = readPlace(process.env);
		const answered = await askBot(place, ask);
		const { running, answer } = answered;
		console.log(json ? JSON.stringify({ running, ...answer }) : said(ask, answered));
		return 0;
	} catch (error) {
		if (!(error instanceof BadConfig || error instanceof Unreachable)) throw error;
		for (const each of error.lines) console.error(each);
		return BAD_CONFIG;
	}
}

interface Line {
	readonly help: boolean;
	readonly json: boolean;
	readonly ask: OperatorAsk;
}

/** What was asked for; undefined when it can't be read. */
function read(argv: readonly string[]): Line | undefined {
	try {
		const { values, positionals } = parseArgs({
			args: [...argv],
			allowPositionals: true,
			options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
		});
		const [word = '', ...more] = positionals;
		if (values.help) return { help: true, json: false, ask: 'clock' };
		const ask = operatorAsk.safeParse(word);
		return ask.success && more.length === 0 ? { help: false, json: values.json, ask: ask.data } : undefined;
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}

import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript on purpose: an old Node must be able to read the sentence that says it is too old.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
	console.error(
		`Zhibu needs Node 24 or newer, this is ${process.versions.node}. Run it by npm («npm start», «npx zhibu»): npm ci brings a fitting Node along.`,
	);
	process.exit(78);
}
// Whatever is written is for its owner alone: the database with its log, keys, backups, exports.
process.umask(0o077);
// Compiled code is kept beside the packages, or with the data where those are read-only: the second start takes half
// the time of the first.
const { DATA_DIR = './data' } = process.env;
const cache = module.enableCompileCache(
	fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url)),
);
if (cache.status === module.constants.compileCacheStatus.FAILED && existsSync(DATA_DIR))
	module.enableCompileCache(join(DATA_DIR, 'compiled'));
// Node parses a package's whole list of exports anew for each of its modules. Drizzle's is 130 KB long and serves 110
// modules, half of the start; they name each other by their files, which need no list.
module.registerHooks({
	resolve(specifier, context, next) {
		const { parentURL = '' } = context;
		if (!specifier.startsWith('.') || !parentURL.includes('/node_modules/drizzle-orm/'))
			return next(specifier, context);
		return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
	},
});

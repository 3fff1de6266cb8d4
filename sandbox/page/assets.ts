import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const require = createRequire(import.meta.url);
const beside = (module: string, ...path: string[]) => join(dirname(require.resolve(module)), ...path);

/** The libraries the page loads, straight from the packages, under paths that never change. */
const LIBRARIES = {
	'preact.mjs': beside('preact', 'preact.mjs'),
	'hooks.mjs': beside('preact/hooks', 'hooks.mjs'),
	'htm.mjs': beside('htm', 'htm.mjs'),
	'marked.mjs': beside('marked', 'marked.esm.js'),
	'vchart.js': beside('@visactor/vchart/package.json', 'build/index.min.js'),
};
const FONTS = beside('@fontsource/noto-sans-sc/package.json');

/** The page's own files, its libraries and a CJK font for machines without one. */
export function assets(): Hono {
	const app = new Hono();
	app.get('*', async (c, next) => {
		await next();
		c.header('Cache-Control', c.req.path.startsWith('/font/') ? 'max-age=86400' : 'no-cache');
	});
	for (const [name, path] of Object.entries(LIBRARIES)) app.get(`/lib/${name}`, serveStatic({ path }));
	app.get('/font/400.css', serveStatic({ path: join(FONTS, '400.css') }));
	app.get('/font/600.css', serveStatic({ path: join(FONTS, '600.css') }));
	app.get(
		'/font/files/*',
		serveStatic({ root: FONTS, rewriteRequestPath: (path) => path.replace('/font/', '/') }),
	);
	app.get('*', serveStatic({ root: fileURLToPath(new URL('./public', import.meta.url)) }));
	return app;
}

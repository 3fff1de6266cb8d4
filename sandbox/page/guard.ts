import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses callers a browser was tricked into being: a foreign Host (DNS rebinding), and writes whose Origin is
 * not this very page or whose body is not JSON (a form on another site).
 */
export function guard(): MiddlewareHandler {
	return async (c, next) => {
		const host = c.req.header('host') ?? new URL(c.req.url).host;
		if (!LOOPBACK.has(host.replace(/:\d+$/, '')))
			return c.json({ error: 'This page answers on 127.0.0.1 only.' }, 403);
		if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
			if (c.req.header('origin') !== `http://${host}`)
				return c.json({ error: 'Foreign or missing Origin.' }, 403);
			if (!c.req.header('content-type')?.startsWith('application/json'))
				return c.json({ error: 'JSON only.' }, 415);
		}
		await next();
	};
}

/** Only files of this origin run; the inline import map is allowed by its own hash. */
export function headers(): MiddlewareHandler {
	return secureHeaders({
		contentSecurityPolicy: {
			defaultSrc: ["'none'"],
			scriptSrc: ["'self'", importMapHash()],
			styleSrc: ["'self'"],
			// VChart measures and lays out through style attributes.
			styleSrcAttr: ["'unsafe-inline'"],
			imgSrc: ["'self'", 'data:', 'blob:'],
			fontSrc: ["'self'"],
			connectSrc: ["'self'"],
			baseUri: ["'none'"],
			formAction: ["'none'"],
			frameAncestors: ["'none'"],
		},
		referrerPolicy: 'same-origin',
		strictTransportSecurity: false,
	});
}

function importMapHash(): string {
	const page = readFileSync(new URL('./public/index.html', import.meta.url), 'utf8');
	const map = /<script type="importmap">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
	return `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
}

import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { answerWith, processorTime, tell } from '../process.ts';

/** The floor of what a request costs here: a Hono route that only reads the body. */
const app = new Hono();
app.post('/lark/events', async (context) => {
	await context.req.arrayBuffer();
	return context.json({});
});
answerWith(processorTime);
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => tell(String(port)));

import htm from 'htm';
import { h } from 'preact';

/** Markup as nodes: whatever is put in stays text. */
export const html = htm.bind(h);

/** Class names that apply. */
export const cls = (...names) => names.filter(Boolean).join(' ');

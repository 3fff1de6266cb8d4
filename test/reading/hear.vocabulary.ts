import { zhibu } from '../../commands/index.ts';

/** What is tested is the words that people can really say. */
export const { vocabulary } = zhibu;

import type { World } from '../../src/reading/sentence/index.ts';

const listed = (names: string) => names.split(' ').map((name, id) => ({ id, name }));

/** The clock of cases/: Monday 2026-11-23 10:00 in Shanghai. */
export const world: World = {
	now: Date.parse('2026-11-23T10:00:00+08:00'),
	zone: 'Asia/Shanghai',
	today: '2026-11-23',
	people: listed('张伟 張麗 周杰（威达） 阿依古丽•买买提 李乾 王芳 欧阳青松'),
	branches: listed('星光电子党支部 威达环保党支部'),
};

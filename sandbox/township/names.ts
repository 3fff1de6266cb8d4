const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜'];
const GIVEN = [
	...['建军', '秀英', '志强', '桂芳', '海燕', '国庆', '丽华', '伟', '敏', '静'],
	...['晓东', '玉兰', '永康', '雪梅', '宏伟', '春燕', '立新', '文博', '佳怡', '子轩'],
	...['红霞', '卫国', '明珠', '家豪', '若兰', '振华', '金凤', '俊杰', '素芬', '天宇'],
];
const TRADES = [
	'电子',
	'纺织',
	'食品',
	'物流',
	'机械',
	'建材',
	'家具',
	'软件',
	'医药',
	'环保',
	'包装',
	'五金',
];
const FIRMS = ['东湖', '恒通', '宏达', '瑞丰', '天合', '金桥', '永兴', '华美', '中泰', '新源'];
const SOCIAL = ['商会', '养老服务中心', '志愿者协会', '职业培训学校', '幼儿园', '社工服务站'];

/** So many different names. */
export function personNames(count: number): string[] {
	const names = new Set<string>();
	for (let index = 0; names.size < count; index++) {
		const surname = SURNAMES[(index * 7) % SURNAMES.length] ?? '王';
		const given = GIVEN[(index * 11 + Math.floor(index / 30)) % GIVEN.length] ?? '敏';
		names.add(surname + given);
	}
	return [...names];
}

/** So many different branches, of companies and of social organisations. */
export function branchNames(count: number): string[] {
	const names = new Set<string>();
	for (let index = 0; names.size < count; index++) {
		const firm = FIRMS[index % FIRMS.length] ?? '东湖';
		const what =
			index % 6 === 5 ? SOCIAL[Math.floor(index / 6) % SOCIAL.length] : TRADES[(index * 5) % TRADES.length];
		const joint = index % 9 === 3 ? '联合' : '';
		names.add(`${firm}${what ?? ''}${joint}党支部`);
	}
	return [...names];
}

import { expect, test } from 'vitest';
import { isAsked, isCallingOff, isGreeting, isThanks } from '../../src/reading/courtesy.ts';

test.each(['你好', '在吗？', 'Hello!', '晚上好呀'])('%s greets', (text) =>
	expect(isGreeting(text)).toBe(true),
);
test.each(['谢谢您', '好的', '收到。', '👍', '[玫瑰]', '嗯嗯'])('%s is courtesy', (text) =>
	expect(isThanks(text)).toBe(true),
);
test.each(['算了', '不用了', '那我不登记了', '先不求助了', 'never mind', '没事了。'])(
	'%s calls off',
	(text) => expect(isCallingOff(text)).toBe(true),
);
test.each(['请假吗', '可以吗？', '行嘛…', '去?'])('%s asks', (text) => expect(isAsked(text)).toBe(true));
test.each(['你好张三', '好的我参加', '不用钱', '吗丁啉'])('%s is none of these', (text) => {
	expect([isGreeting(text), isThanks(text), isCallingOff(text), isAsked(text)]).not.toContain(true);
});

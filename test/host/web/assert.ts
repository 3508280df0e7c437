/** The part of Node's `assert/strict` that tests of a browser's host use. */
interface Assert {
	ok(value: unknown, message?: string): asserts value;
	equal(actual: unknown, expected: unknown, message?: string): void;
	deepEqual(actual: unknown, expected: unknown, message?: string): void;
	match(text: string, pattern: RegExp): void;
	doesNotMatch(text: string, pattern: RegExp): void;
	rejects(action: () => Promise<unknown>, message: RegExp): Promise<void>;
}

const assert: Assert = {
	ok(value, message = 'expected a value') {
		if (value === undefined || value === null || value === false || value === 0 || value === '') {
			throw new Error(message);
		}
	},
	equal(actual, expected, message = 'expected the same value') {
		if (!Object.is(actual, expected))
			throw new Error(`${message}: ${String(actual)}, expected ${String(expected)}`);
	},
	deepEqual(actual, expected, message = 'expected the same') {
		assert.equal(JSON.stringify(actual), JSON.stringify(expected), message);
	},
	match(text, pattern) {
		assert.ok(pattern.test(text), `expected ${String(pattern)}: ${text}`);
	},
	doesNotMatch(text, pattern) {
		assert.ok(!pattern.test(text), `expected no ${String(pattern)}: ${text}`);
	},
	async rejects(action, message) {
		const reason = await action().then(
			() => undefined,
			(error: unknown) => (error instanceof Error ? error.message : String(error)),
		);
		assert.match(reason ?? 'no error', message);
	},
};

export default assert;

/** The part of Node's `assert/strict` that tests of a browser's host use. */
interface Assert {
	ok(value: unknown, message?: string): asserts value;
	equal(actual: unknown, expected: unknown, message?: string): void;
	deepEqual(actual: unknown, expected: unknown, message?: string): void;
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
};

export default assert;

import tseslint from 'typescript-eslint';

/** What a page or a host must never do with data; see "How it is built" in CONTRIBUTING. */
const dangerousSinks = [
	{
		selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
		message: 'HTML is never made from data.',
	},
	{
		selector:
			"CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/][callee.object.name='document']",
		message: 'HTML is never made from data.',
	},
	{ selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: 'HTML is never made from data.' },
	{ selector: 'Identifier[name=/^unsafe(HTML|SVG|Static)$/]', message: 'HTML is never made from data.' },
	{
		selector: 'AssignmentExpression[left.property.name=/^(isTrusted|supportHtml)$/][right.value=true]',
		message: 'Markdown is never trusted.',
	},
	{ selector: "Property[key.name='shell'][value.value=true]", message: 'No shell is ever started.' },
	{
		selector: "NewExpression[callee.name='RegExp']:not([arguments.0.type='Literal'])",
		message: 'A pattern is never made from data.',
	},
];

export default tseslint.config(
	{ ignores: ['dist/', 'out/', '.cache/', '.venv/', 'node_modules/'] },
	{
		files: ['**/*.ts'],
		extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
		languageOptions: {
			parserOptions: {
				project: [
					'./tsconfig.json',
					'./src/webview/tsconfig.json',
					'./test/tsconfig.json',
					'./test/page/tsconfig.json',
				],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			'@typescript-eslint/consistent-type-assertions': [
				'error',
				{ assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/prefer-readonly': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/no-unused-expressions': 'off', // `x satisfies never` is an expression
		},
	},
	{
		files: ['**/*.ts', '**/*.mjs'],
		rules: {
			'max-lines': ['error', { max: 300 }],
			'max-lines-per-function': ['error', { max: 60 }],
			'no-eval': 'error',
			'no-implied-eval': 'error',
			'no-restricted-syntax': ['error', ...dangerousSinks],
			'no-warning-comments': 'error',
			eqeqeq: 'error',
			'prefer-const': 'error',
		},
	},
	{
		// Each shell prints through its own channel: the host to its log, the page to nothing.
		files: ['src/**/*.ts'],
		rules: { 'no-console': 'error' },
	},
	{
		files: ['test/**/*.ts'],
		rules: { '@typescript-eslint/no-floating-promises': 'error' },
	},
);

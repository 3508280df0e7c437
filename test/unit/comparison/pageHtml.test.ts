import assert from 'node:assert/strict';
import { pageHtml, pagePolicy } from '../../../src/comparison/pageHtml.ts';

const options = {
	nonce: 'abcdefghijklmnop',
	scriptUri: 'https://a.invalid/page.js?a=1&b=2',
	style: 'h1 { color: red }',
};

it('allows scripts and styles by nonce alone, nothing else, and no HTML that is not of a template', () => {
	assert.deepEqual(pagePolicy('abcdefghijklmnop').split('; '), [
		"default-src 'none'",
		"script-src 'nonce-abcdefghijklmnop'",
		"style-src 'nonce-abcdefghijklmnop'",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types lit-html',
	]);
});

it('carries its policy before anything that the policy is about', () => {
	const html = pageHtml(options);
	const policy = html.indexOf('Content-Security-Policy');
	assert.ok(policy > 0 && policy < html.indexOf('<style') && policy < html.indexOf('<script'));
});

it('has one script, which fetches that of the page, and one style sheet, both with the nonce, and no style or handler in a tag', () => {
	const html = pageHtml(options);
	assert.equal(html.match(/<(script|link|style)\b/g)?.length, 2);
	assert.equal(html.match(/<(script|style) nonce="abcdefghijklmnop"/g)?.length, 2);
	assert.doesNotMatch(html, /\s(style|on\w+)=/);
	assert.ok(html.includes("import('https://a.invalid/page.js?a=1&b=2');"));
	assert.ok(html.includes('>h1 { color: red }</style>'));
});

it('refuses what could end where it stands', () => {
	assert.throws(() => pageHtml({ ...options, nonce: "a' 'unsafe-inline" }), RangeError);
	assert.throws(() => pageHtml({ ...options, scriptUri: 'x" onerror="y' }), RangeError);
	assert.throws(() => pageHtml({ ...options, scriptUri: "x');y('" }), RangeError);
	assert.throws(() => pageHtml({ ...options, scriptUri: 'x\\' }), RangeError);
	assert.throws(() => pageHtml({ ...options, style: '</style><script>' }), RangeError);
});

import assert from 'node:assert/strict';
import { pageHtml, pagePolicy } from '../../../src/comparison/pageHtml.ts';

const options = {
	nonce: 'abcdefghijklmnop',
	scriptUri: 'https://a.invalid/page.js?a=1&b=2',
	styleUri: 'https://a.invalid/page.css',
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
	assert.ok(policy > 0 && policy < html.indexOf('<link') && policy < html.indexOf('<script'));
});

it('has two scripts and one style sheet, all with the nonce, and no style or handler in a tag', () => {
	const html = pageHtml(options);
	assert.equal(html.match(/<(script|link|style)\b/g)?.length, 3);
	assert.equal(html.match(/<(script|link)[^>]* nonce="abcdefghijklmnop"/g)?.length, 3);
	assert.doesNotMatch(html, /\s(style|on\w+)=/);
	assert.ok(html.includes('src="https://a.invalid/page.js?a=1&amp;b=2"'));
});

it('refuses a nonce or an address that could end its attribute', () => {
	assert.throws(() => pageHtml({ ...options, nonce: "a' 'unsafe-inline" }), RangeError);
	assert.throws(() => pageHtml({ ...options, scriptUri: 'x" onerror="y' }), RangeError);
	assert.throws(() => pageHtml({ ...options, styleUri: 'x>y' }), RangeError);
});

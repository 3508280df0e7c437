import fc from 'fast-check';
import { parsePython } from '../../src/frameworks/pythonTree.ts';

/** Whether Python source has no syntax error that the parser sees. */
export function parses(source: string): boolean {
	let isValid = true;
	parsePython(source).iterate({
		enter: ({ name }) => {
			if (name === '⚠') isValid = false;
			return isValid;
		},
	});
	return isValid;
}

/** Names and text of the nodes of a source, with the content of strings left out. */
export function shapeOf(source: string): readonly string[] {
	const shape: string[] = [];
	parsePython(source).iterate({
		enter: ({ name, from, to }) => {
			if (name === 'String') shape.push(name);
			else if (name !== 'Escape') shape.push(/^[A-Z]/.test(name) ? name : source.slice(from, to));
			return name !== 'String';
		},
	});
	return shape;
}

const imports = fc.constantFrom(
	'import os',
	'import timm',
	'import timm as t',
	'import timm.data',
	'import os, sys',
	'from torchvision.models import resnet18',
	'from torchvision.models import (\n    resnet18,  # small\n    resnet50 as r50,\n)',
	'from a import *',
	'import torch; import numpy',
);
const simple = fc.constantFrom(
	'x = 1',
	'x = f(\n1,\n2)',
	'x = """\nimport timm\n  text\n"""',
	'x = [\n    1,\n\n    2,\n]',
	'x = 1; y = 2',
	'x = 1 + \\\n  2',
	'# comment',
	'',
	'',
	'pass  # done',
	"print('%d' % 1)",
	'x: int = {\n  "a": (1,\n2)}',
);

type Block = readonly string[];
const { block } = fc.letrec<{ block: Block; statement: Block }>(tie => ({
	statement: fc.oneof(
		{ maxDepth: 3, depthSize: 'small' },
		simple.map(text => [text]),
		imports.map(text => [text]),
		fc
			.tuple(
				fc.constantFrom(
					'if a:',
					'def f(x):',
					'class A:',
					'for i in f(\n  x\n):',
					'@a\n@b(1)\ndef f(): # why',
					'with a as b:',
				),
				tie('block'),
				fc.option(tie('block')),
			)
			.map(([head, body, other]) => [
				...head.split('\n@').map((line, index) => (index > 0 ? `@${line}` : line)),
				...indented(body),
				...(head.startsWith('if') && other ? ['else:', ...indented(other)] : []),
			]),
		fc.constant(['try:', '    x = 1', 'except E:', '    pass', 'finally:', '    y = 2']),
		fc.constant(['if a: x = 1']),
	),
	block: fc
		.tuple(fc.array(tie('statement'), { maxLength: 3 }), fc.constantFrom('z = 3', 'import timm', 'return_ = f()'))
		.map(([statements, last]) => [...statements.flat(), last]),
}));

/** Continuation lines are inside brackets or strings, or free to stand anywhere, so that all lines can be moved. */
function indented(lines: Block): Block {
	return lines.map(line => (line === '' ? line : `    ${line}`));
}

const header = fc.constantFrom(
	'',
	'#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n',
	'"""Docstring\nof lines."""\n',
	"'''Doc'''\nfrom __future__ import annotations\n",
	'# License\n\n',
	'%%time\n',
	'\n\n',
);

export interface PythonSource {
	readonly text: string;
	readonly eol: '\n' | '\r\n';
	readonly indent: string;
}

/** Sources that parse, of every kind of statement, with either line end, spaces or tabs. */
export const pythonSource: fc.Arbitrary<PythonSource> = fc
	.tuple(header, block, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean())
	.map(([head, lines, eol, tabs, ends]): PythonSource => {
		const text = head + lines.join('\n') + (ends ? '\n' : '');
		const indent = tabs ? '\t' : '    ';
		const levels = text.replace(/^(?: {4})+/gm, spaces => indent.repeat(spaces.length / 4));
		return { text: levels.replaceAll('\n', eol), eol, indent };
	})
	.filter(({ text }) => parses(text));

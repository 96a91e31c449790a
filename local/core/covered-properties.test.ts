import { expect, test } from 'vitest';
import { requireCovered } from './covered-properties.ts';

const covers = { honoured: ['Size'], withoutEffect: { 'it describes': ['Tags'] } };

test('a property that is neither honoured nor without effect is named', () => {
  expect(() => requireCovered('AWS::Any::Thing', { Size: 1, Speed: 2 }, covers)).toThrow(
    'The local cloud does not cover the property Speed of AWS::Any::Thing.',
  );
});

test.each([
  ['what is covered', { Size: 1, Tags: [{ Key: 'a', Value: 'b' }] }],
  ['what is off', { Speed: false, Height: 'false', Width: null, Depth: undefined }],
  ['what is empty', { Speed: [], Height: {} }],
])('%s passes', (_, properties) => {
  expect(() => requireCovered('AWS::Any::Thing', properties, covers)).not.toThrow();
});

test('a handler that says nothing looks after its properties itself', () => {
  expect(() => requireCovered('AWS::Any::Thing', { Speed: 2 }, undefined)).not.toThrow();
});

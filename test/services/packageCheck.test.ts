import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { packageProblems, xmlProblem } from '#test/support/packageCheck.ts';

const TYPES = `<?xml version="1.0"?><Types xmlns="t"><Default Extension="rels" ContentType="r"/><Override PartName="/a/one.xml" ContentType="x"/></Types>`;
const sound = {
  '[Content_Types].xml': TYPES,
  '_rels/.rels': '<Relationships><Relationship Id="r1" Target="a/one.xml"/></Relationships>',
  'a/one.xml': '<one><two at="1 &amp; 2"/></one>',
};

async function problems(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries({ ...sound, ...files }))
    zip.file(name, text, { createFolders: false });
  return packageProblems(await zip.generateAsync({ type: 'uint8array' }));
}

describe('the check of packages', () => {
  it('finds nothing in a sound one', async () => {
    expect(await problems({})).toEqual([]);
  });

  it.each([
    ['a part without a type', { 'a/two.xml': '<two/>' }, 'no type for "a/two.xml"'],
    [
      'a type without a part',
      {
        '[Content_Types].xml': TYPES.replace(
          '</Types>',
          '<Override PartName="/b.xml" ContentType="x"/></Types>',
        ),
      },
      'a type for "b.xml", which is not there',
    ],
    [
      'a relationship that leads nowhere',
      { '_rels/.rels': '<Relationships><Relationship Id="r1" Target="a/none.xml"/></Relationships>' },
      '_rels/.rels leads to "a/none.xml", which is not there',
    ],
    [
      'a part that is not well formed',
      { 'a/one.xml': '<one><two></one>' },
      'a/one.xml is not well formed: </one> closes nothing',
    ],
  ])('finds %s', async (_, files, problem) => {
    expect(await problems(files)).toContain(problem);
  });
});

describe('the check of XML', () => {
  it.each([
    ['<?xml version="1.0"?><a b="1"><!-- c --><d/>text</a>', undefined],
    ['<a>1 & 2</a>', 'an ampersand that is no reference'],
    ['<a b="1" b="2"/>', 'the attributes of <a>'],
    ['<a b=1/>', 'the attributes of <a>'],
    ['<a/><b/>', '2 root elements'],
    ['<a><b></a>', '</a> closes nothing'],
    ['<a>', '<a> is never closed'],
    ['<a>\u0001</a>', 'a character that XML does not allow'],
    ['text<a/>', 'text outside the root element'],
  ])('of %s', (text, problem) => {
    expect(xmlProblem(text)).toBe(problem);
  });
});

import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { MessageText } from '@/messages/log/MessageText';
import { framedLetter } from '@/notifications/framedLetter';

const show = (text: string) => render(<MessageText text={text} />).container;

afterEach(cleanup);

describe('What somebody wrote', () => {
  test.each([
    ['[нажми](javascript:alert(1))'],
    ['[нажми](JaVaScRiPt:alert(1))'],
    ['[нажми](data:text/html,<script>alert(1)</script>)'],
    ['[нажми](vbscript:msgbox)'],
    ['<javascript:alert(1)>'],
    ['[нажми](file:///etc/passwd)'],
  ])('%s leads nowhere', (text) => {
    const harmful = Array.from(show(text).querySelectorAll('a'), (link) => link.getAttribute('href') ?? '').filter((href) => href !== '');
    expect(harmful).toEqual([]);
  });

  test.each([
    ['<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)> *важно*'],
    ['<iframe src="https://example.com"></iframe>'],
    ['<b onclick="alert(1)">жирно</b>'],
    ['<style>body{display:none}</style>'],
    ['<form action="https://example.com"><input name="password"></form>'],
  ])('%s is text, not HTML', (text) => {
    const container = show(text);
    expect(container.querySelector('script, img, iframe, b, style, form, input, [onclick], [onerror]')).toBeNull();
    expect(container.textContent).toContain('<');
  });

  test('no picture is fetched from elsewhere', () => {
    const container = show('![котик](https://example.com/track.gif) и ![][a]\n\n[a]: https://example.com/b.png');
    expect(container.querySelector('img, picture, video, audio, source')).toBeNull();
    expect(container.innerHTML).not.toContain('track.gif');
  });

  test('a link opens elsewhere and tells the other side nothing', () => {
    const link = show('Смотрите https://example.com/a?b=1').querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.com/a?b=1');
    expect(link?.target).toBe('_blank');
    expect(link?.rel.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer', 'nofollow']));
  });

  test('an address is a link for a letter', () => {
    expect(show('Пишите на maria@vektor.example').querySelector('a')?.getAttribute('href')).toBe('mailto:maria@vektor.example');
  });

  test('marks become structure', () => {
    const container = show('**важно**\n\n- раз\n- два\n\n`код`');
    expect(container.querySelector('strong')?.textContent).toBe('важно');
    expect(container.querySelectorAll('li')).toHaveLength(2);
    expect(container.querySelector('code')?.textContent).toBe('код');
  });

  test('a heading does not disturb the headings of the page', () => {
    const container = show('# Заголовок');
    expect(container.querySelector('h1, h2, h3, h4, h5, h6')).toBeNull();
    expect(container.textContent).toBe('Заголовок');
  });

  test('a list of tasks cannot be ticked', () => {
    const container = show('- [x] сделано\n- [ ] нет');
    expect(container.querySelector('input')).toBeNull();
    expect(container.textContent).toMatch(/☑ сделано[\s\S]*☐ нет/);
  });

  test.each([['2 * 3 = 6 и 4 * 5 = 20'], ['Просто слова'], ['snake_case_name'], ['5 < 6 && 7 > 6'], ['C:\\Users']])('%s reads as it was written', (text) => {
    expect(show(text).textContent?.trim()).toBe(text);
  });
});

describe('A letter in its frame', () => {
  test('styles are laid aside and style sheets go', () => {
    expect(framedLetter('<p style="color:red">текст</p>')).toBe('<p data-style="color:red">текст</p>');
    expect(framedLetter('<style>p{}</style ><p>текст</p>')).toBe('<p>текст</p>');
  });

  test('the word «style =» in the text stays', () => expect(framedLetter('<p>a style = b</p>')).toBe('<p>a style = b</p>'));
});

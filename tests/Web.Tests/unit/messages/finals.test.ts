import { describe, expect, test } from 'vitest';
import { nearestName } from '@/files/finals/nearestName';

const nearest = (name: string, ...others: string[]) => nearestName(name, others, (other) => other);

describe('The former version that is proposed', () => {
  test('is the one with the same words, whatever the number and the extension', () => {
    expect(nearest('Договор v4.docx', 'План этажа.pdf', 'Договор v3.pdf', 'Смета.pdf')).toBe('Договор v3.pdf');
    expect(nearest('Смета и этапы v2 (правки).pdf', 'Смета и этапы v1.pdf', 'Главная, вариант 3.png')).toBe('Смета и этапы v1.pdf');
    expect(nearest('Отчёт итог.pdf', 'отчет 2.pdf')).toBe('отчет 2.pdf');
  });

  test('is none where no name is alike', () => {
    expect(nearest('Логотип.png', 'Договор v3.pdf', 'Смета.pdf')).toBeUndefined();
    expect(nearest('1.pdf', 'Договор.pdf')).toBeUndefined();
    expect(nearest('Договор.pdf')).toBeUndefined();
  });
});

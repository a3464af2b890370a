import { describe, expect, test } from 'vitest'
import { departmentForSectors, sectorDepartments } from './departments.ts'

describe('departmentForSectors', () => {
  test.each([
    [['G15-TP07'], 'so-tu-phap'],
    [['G04-GT02'], 'so-xay-dung'],
    [['G05-KD10'], 'so-tai-chinh'],
    [['G07-LĐ03'], 'so-y-te'],
    [['G09-LĐ09'], 'so-noi-vu'],
    [['G09-LĐ02'], 'bao-hiem-xa-hoi'],
    [['G12-TC18'], 'thue'],
    [['G12.96'], 'ban-quan-ly-khu-kinh-te'],
    [['G12.96.1'], 'so-tai-chinh'],
    [['G13-TN02'], 'so-nong-nghiep-va-moi-truong'],
    [['G14-TT11'], 'so-van-hoa-the-thao-va-du-lich'],
    [['unknown', 'G18-YT01'], 'so-y-te'],
    [['unknown'], 'ubnd-thanh-pho'],
    [[], 'ubnd-thanh-pho'],
  ])('%s → %s', (sectors, department) => {
    expect(departmentForSectors(sectors)).toBe(department)
  })

  test('every body is a slug', () => {
    for (const code of sectorDepartments) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })
})

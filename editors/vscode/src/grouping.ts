/** Achievement is what achievement-ls.list tells of one. */
export interface Achievement {
  uri: string
  line: number
  id?: string
  title?: string
  date?: string
  role?: string
  tags?: string[]
}

/** groupings are the ways in which the view can be ordered. */
export const groupings = ['quarter', 'role', 'tag'] as const

export type Grouping = (typeof groupings)[number]

/** Group is what the view shows under one name. */
export interface Group { name: string; achievements: Achievement[] }

const namesOf: Record<Grouping, (a: Achievement) => string[]> = {
  quarter: (a) => {
    const m = /^(\d{4})-(\d{2})/.exec(a.date ?? '')
    return m ? [`${m[1]}-Q${Math.ceil(Number(m[2]) / 3)}`] : ['No date']
  },
  role: (a) => [a.role || 'No role'],
  tag: (a) => (a.tags?.length ? a.tags.map((t) => '#' + t) : ['No tag']),
}

/** group sorts achievements into named groups; quarters stand newest first. */
export function group(list: Achievement[], by: Grouping): Group[] {
  const groups = new Map<string, Achievement[]>()
  for (const a of list) for (const name of namesOf[by](a)) groups.set(name, [...(groups.get(name) ?? []), a])
  const sorted = [...groups].sort(([a], [b]) => Number(a.startsWith('No ')) - Number(b.startsWith('No ')) || (by === 'quarter' ? b.localeCompare(a) : a.localeCompare(b)))
  return sorted.map(([name, achievements]) => ({ name, achievements }))
}

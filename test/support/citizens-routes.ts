import { signInDoor } from '../../src/platform/web/errors.ts'
import type { Web } from '../../src/platform/web/web.ts'

export type CitizensRoute = { /** As the router knows it: `/ho-so/{code}`. */ route: string; pattern: RegExp }

/** Addresses of citizens that can be opened, those with fewer unknown parts first. */
export function citizensRoutes(web: Web): CitizensRoute[] {
  const { paths = {} } = web.swagger() as { paths?: Record<string, object> }
  const own = Object.entries(paths).filter(
    ([path, methods]) => 'get' in methods && !path.startsWith('/api/') && signInDoor(path) === '/dang-nhap',
  )
  return own
    .map(([route]) => ({ route, pattern: new RegExp(`^${route.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) }))
    .sort((a, b) => a.route.split('{').length - b.route.split('{').length)
}

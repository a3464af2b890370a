/** The little of autocannon that is used here. */
declare module 'autocannon' {
  type Options = { url: string; headers: Record<string, string>; duration: number; connections: number }
  type Result = {
    non2xx: number
    errors: number
    requests: { average: number }
    latency: { p50: number; p99: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}

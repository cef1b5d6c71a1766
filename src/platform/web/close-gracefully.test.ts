import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { closeGracefully } from './close-gracefully.ts'
import { serverOptions } from './server-options.ts'

async function serve(milliseconds: number) {
  const app = fastify(serverOptions(false))
  app.get('/slow', async () => {
    await wait(milliseconds)
    return 'finished'
  })
  app.get('/quick', async () => 'ok')
  return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }) }
}

const ask = (url: string, agent?: Agent) =>
  new Promise<string>((resolve, reject) => {
    get(url, { agent }, (response) => response.on('data', (data) => resolve(String(data)))).on('error', reject)
  })

it('lets a request under way finish', async () => {
  const { app, url } = await serve(300)
  const answer = ask(`${url}/slow`)
  await wait(50)
  await closeGracefully(app)
  expect(await answer).toBe('finished')
})

it('cuts off a request that outlasts its time', async () => {
  const { app, url } = await serve(60_000)
  const answer = ask(`${url}/slow`).catch((error: Error) => error.message)
  await wait(50)
  const from = performance.now()
  await closeGracefully(app, 200)
  expect(performance.now() - from).toBeLessThan(2000)
  expect(await answer).toContain('socket hang up')
})

it('does not wait for a browser that keeps its connection open', async () => {
  const { app, url } = await serve(0)
  const agent = new Agent({ keepAlive: true })
  await ask(`${url}/quick`, agent)
  const from = performance.now()
  await closeGracefully(app)
  expect(performance.now() - from).toBeLessThan(1000)
  agent.destroy()
})

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { runForecast } from './engine.ts'
import type { Job } from './job.ts'

/** The value once it has stood still for `ms`. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}

/** The forecast for a job; while a new one is computed the last one stays, marked as stale. */
export function useForecast(job: Job) {
  return useQuery({
    queryKey: ['forecast', job],
    queryFn: () => runForecast(job),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

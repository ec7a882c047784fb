'use client'

import { createElement, type ReactElement, useEffect, useRef, useState } from 'react'
import { componentsOf } from './components.ts'

export const { TicketCenter, useUnread } = componentsOf<ReactElement>({
  createPlace: (ref) => createElement('div', { ref }),
  useEffect,
  useRef,
  useState,
})

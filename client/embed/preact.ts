import { createElement, type VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { componentsOf } from './components.ts'

export const { TicketCenter, useUnread } = componentsOf<VNode>({
  createPlace: (ref) => createElement('div', { ref }) as VNode,
  useEffect,
  useRef,
  useState,
})

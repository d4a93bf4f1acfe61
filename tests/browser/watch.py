"""What a page remembers: its own security policy's refusals, and what moved without being asked to."""

WATCH = (
    "window.violations = []; document.addEventListener('securitypolicyviolation', event => window.violations.push(event.violatedDirective));"
    "window.moved = []; new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput)"
    " window.moved.push([one.value, one.sources.map(of => of.node?.nodeName + '.' + (of.node?.className ?? '')).join(' ')]) })"
    ".observe({type: 'layout-shift', buffered: true});"
)

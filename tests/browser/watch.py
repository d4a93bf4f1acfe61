"""What a page remembers of its own security policy's refusals."""

WATCH = (
    "window.violations = []; document.addEventListener('securitypolicyviolation', event => window.violations.push(event.violatedDirective))"
)

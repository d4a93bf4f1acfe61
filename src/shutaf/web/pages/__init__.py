"""One folder a page: view, form, template, style, script."""

"""The design system: layouts, macros, view objects and the page that shows them all."""

// The build's own constants, `import.meta.env.FIREFOX` among them.
/// <reference types="wxt/vite-builder-env" />

from setuptools import Extension, setup

setup(name="greeting", version="1.0.0", py_modules=[], ext_modules=[Extension("greeting", ["greeting.c"])])

from setuptools import Extension, setup

setup(py_modules=[], ext_modules=[Extension("editdistance_native", ["editdistance.c"])])
